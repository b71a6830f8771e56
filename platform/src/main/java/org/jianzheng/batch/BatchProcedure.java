package org.jianzheng.batch;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.kernel.RuleBroken;

/** How the standard has a batch evaluated. Its size decides; nobody chooses the milder one. */
final class BatchProcedure {

    private static final int STATISTICAL = 10;
    private static final int KNOWN = 3;

    private BatchProcedure() {}

    /** What the standards' method of the material is given. */
    static Map<String, Object> inputs(BatchSelection selection, Optional<KnownSigma> sigma) {
        List<CubeGroup> taken = selection.taken();
        if (taken.isEmpty()) {
            throw RuleBroken.at("unitWorks", "batch.empty");
        }
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("groupsMpa", taken.stream().map(CubeGroup::value).toList());
        if (selection.criteria().kind() == BatchKind.MORTAR) {
            inputs.put("grade", selection.criteria().grade());
        } else {
            inputs.put("fcuk", strength(selection.criteria().grade()));
            inputs.put("procedure", name(taken.size(), sigma));
            sigma.ifPresent(known -> inputs.put("sigma0", known.mpa()));
        }
        sigma.ifPresent(known -> require(known, selection));
        return inputs;
    }

    private static String name(int groups, Optional<KnownSigma> sigma) {
        return sigma.isPresent() ? "KNOWN_SIGMA" : groups < STATISTICAL ? "NON_STATISTICAL" : "UNKNOWN_SIGMA";
    }

    private static void require(KnownSigma known, BatchSelection selection) {
        List<CubeGroup> taken = selection.taken();
        if (selection.criteria().kind() == BatchKind.MORTAR || taken.size() != KNOWN) {
            throw RuleBroken.at("sigma0", "batch.sigma.three", taken.size());
        }
        if (!selection.consecutive()) {
            throw RuleBroken.at("sigma0", "batch.sigma.consecutive");
        }
        known.require(taken.get(0).madeOn());
    }

    // C30 stands for 30 MPa; the standards' method refuses a strength it does not list.
    private static BigDecimal strength(String grade) {
        String digits = grade.replaceFirst("^[Cc](\\d{2,3}).*$", "$1");
        if (!digits.matches("\\d{2,3}")) {
            throw RuleBroken.at("grade", "batch.grade.unknown", grade);
        }
        return new BigDecimal(digits);
    }
}
