package org.jianzheng.standards;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.aggregate.GravelProperties;
import org.jianzheng.standards.aggregate.SandGrading;
import org.jianzheng.standards.aggregate.SandProperties;
import org.jianzheng.standards.cement.CementClass;
import org.jianzheng.standards.cement.CementCompressive;
import org.jianzheng.standards.cement.CementFlexural;
import org.jianzheng.standards.cement.CementPhysical;
import org.jianzheng.standards.concrete.ConcreteBatch;
import org.jianzheng.standards.concrete.ConcreteCube;
import org.jianzheng.standards.concrete.ConcreteFlexural;
import org.jianzheng.standards.concrete.ConcretePermeability;
import org.jianzheng.standards.concrete.CoverThickness;
import org.jianzheng.standards.concrete.MortarBatch;
import org.jianzheng.standards.concrete.MortarCube;
import org.jianzheng.standards.evaluation.Editions;
import org.jianzheng.standards.evaluation.Evaluation;
import org.jianzheng.standards.evaluation.GivenInputs;
import org.jianzheng.standards.evaluation.InputField;
import org.jianzheng.standards.evaluation.InputReader;
import org.jianzheng.standards.evaluation.Method;
import org.jianzheng.standards.evaluation.OpenItem;
import org.jianzheng.standards.evaluation.Rounding;
import org.jianzheng.standards.evaluation.ScalarReader;
import org.jianzheng.standards.evaluation.Superseded;
import org.jianzheng.standards.masonry.AacBlock;
import org.jianzheng.standards.masonry.ConcreteBlock;
import org.jianzheng.standards.masonry.FiredBrick;
import org.jianzheng.standards.soil.Proctor;
import org.jianzheng.standards.soil.SoilCompaction;
import org.jianzheng.standards.steel.Mandrels;
import org.jianzheng.standards.steel.MechanicalSplice;
import org.jianzheng.standards.steel.RebarBend;
import org.jianzheng.standards.steel.RebarLot;
import org.jianzheng.standards.steel.RebarMassDeviation;
import org.jianzheng.standards.steel.RebarStraightened;
import org.jianzheng.standards.steel.RebarTensile;
import org.jianzheng.standards.steel.WeldBend;
import org.jianzheng.standards.steel.WeldTee;
import org.jianzheng.standards.steel.WeldTensile;
import org.jianzheng.standards.steel.YieldPoint;
import org.springframework.stereotype.Service;

/** Evaluates test results by the methods of the standards. Holds no state; any thread may use it. */
@Service
public class Standards {

    private final Map<String, Method> methods = new LinkedHashMap<>();
    private final Map<String, List<InputField>> inputs = new LinkedHashMap<>();

    public Standards() {
        Stream.of(
                        new ConcreteCube(),
                        new ConcreteBatch(),
                        new ConcretePermeability(),
                        new MortarCube(),
                        new MortarBatch(),
                        new CementFlexural(),
                        new CementCompressive(),
                        new CementClass(),
                        new CementPhysical(),
                        new RebarTensile(),
                        new RebarBend(),
                        new RebarMassDeviation(),
                        new RebarLot(),
                        new YieldPoint(),
                        new WeldTensile(),
                        new WeldBend(),
                        new MechanicalSplice(),
                        new CoverThickness(),
                        new RebarStraightened(),
                        new WeldTee(),
                        new SandGrading(),
                        new SandProperties(),
                        new GravelProperties(),
                        new ConcreteFlexural(),
                        new SoilCompaction(),
                        new Proctor(),
                        new FiredBrick(),
                        new ConcreteBlock(),
                        new AacBlock(),
                        new OpenItem(),
                        new Rounding())
                .forEach(method -> {
                    methods.put(method.name(), method);
                    inputs.put(method.name(), method.inputs());
                });
    }

    /**
     * Evaluates one test. Decimals may be strings or exact numbers (never {@code double}); null means absent.
     *
     * @param method one of {@link #methods()}
     * @throws RuleBroken naming the field, such as {@code loadsKn[1]}, when an input is missing, unknown or malformed
     */
    public Evaluation evaluate(String method, Map<String, ?> inputs) {
        GivenInputs given = InputReader.read(inputs(method), inputs == null ? Map.of() : inputs);
        return methods.get(method).evaluate(given);
    }

    /**
     * How many specimens a test takes that follows one of so many which did not pass.
     *
     * @return 0 where the standard lets nothing be tested again
     */
    public int again(String method, int specimens) {
        inputs(method);
        return methods.get(method).again(specimens);
    }

    /** How long a test with these readings takes at least; nothing where that is not said, or readings are still missing. */
    public Duration lasts(String method, Map<String, ?> inputs) {
        List<InputField> declared = inputs(method);
        boolean complete = declared.stream().allMatch(field -> !field.required() || inputs.get(field.name()) != null);
        return complete ? methods.get(method).lasts(InputReader.read(declared, inputs)) : Duration.ZERO;
    }

    /** Whether joints welded in this way are bent as well as pulled. */
    public static boolean bends(String weldMethod) {
        return weldMethod != null && WeldBend.WELDS.contains(weldMethod);
    }

    /**
     * Diameter in mm of the mandrel that bars are bent around.
     *
     * @param test BEND or REVERSE_BEND, as the {@code rebar-bend} input names it
     * @return empty for a grade that is not bent
     */
    public static Optional<Integer> mandrel(String grade, String diameterMm, String test) {
        return Mandrels.of(grade, diameterMm, test);
    }

    /** {@code JGJ 107-2016《钢筋机械连接技术规程》}; the number alone where nobody knows the title. */
    public static String titled(String standard) {
        return Editions.title(standard)
                .map(title -> standard + "《" + title + "》")
                .orElse(standard);
    }

    /** What a standard, named as printed, was superseded by before that day; empty where it is in force or unknown. */
    public static Optional<Superseded> superseded(String standard, LocalDate day) {
        return Editions.superseded(standard, day);
    }

    /** Wire names of the methods, in the order the trial page offers them. */
    public List<String> methods() {
        return List.copyOf(methods.keySet());
    }

    /**
     * What a method wants to be given.
     *
     * @throws RuleBroken at {@code method} when there is no such method
     */
    public List<InputField> inputs(String method) {
        if (method == null) {
            throw RuleBroken.at("method", "standards.input.missing");
        }
        List<InputField> declared = inputs.get(method);
        if (declared == null) {
            throw RuleBroken.at(
                    "method",
                    "standards.method.unknown",
                    ScalarReader.shown(method),
                    String.join(", ", methods.keySet()));
        }
        return Collections.unmodifiableList(declared);
    }
}
