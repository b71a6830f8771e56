package org.jianzheng.standards.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All folders there are, as items: what is misspelt or missing stops the start and says in which file. */
@Component
public class MethodFolders {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Folders of earlier versions may hold what nothing reads any more. */
    private static final YAMLMapper EARLIER = YAMLMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Map<String, MethodFolder> folders;

    MethodFolders(FolderSource source) {
        folders = source.folders().stream()
                .collect(Collectors.toMap(MethodFolder::item, Function.identity(), MethodFolders::twice, TreeMap::new));
    }

    /** Without any that an operator added. */
    public static MethodFolders ofTheJar() {
        return new MethodFolders(new FolderSource(""));
    }

    /** Those of the jar, and of that directory beside them. */
    public static MethodFolders with(String further) {
        return new MethodFolders(new FolderSource(further));
    }

    private static MethodFolder twice(MethodFolder one, MethodFolder other) {
        throw new IllegalStateException("Two folders methods/" + other.item());
    }

    // Records and reports are told apart by it.
    private static void requireOwnFamily(TestItem item, String other) {
        if (other != null) {
            throw new IllegalStateException(
                    "methods/%s/item.yml: family: it is that of %s".formatted(item.code(), other));
        }
    }

    /** The items of this version of the folders. */
    public List<TestItem> read() {
        List<TestItem> items =
                folders.values().stream().map(MethodFolders::item).sorted().toList();
        Map<String, String> codes = new TreeMap<>();
        items.forEach(item -> requireOwnFamily(item, codes.putIfAbsent(item.family(), item.code())));
        return items;
    }

    List<MethodFolder> all() {
        return List.copyOf(folders.values());
    }

    /** The text of an item's folder. */
    public MethodFolder folder(String item) {
        return folders.get(item);
    }

    /** @throws IllegalStateException naming the file, the line and what is wrong */
    static TestItem item(MethodFolder folder) {
        TestItem item = item(folder, YAML);
        FolderNames.check(item);
        LeftOpen.requireNamed(item);
        ReportNames.check(item);
        return item;
    }

    static TestItem earlier(MethodFolder folder) {
        return item(folder, EARLIER);
    }

    private static TestItem item(MethodFolder folder, YAMLMapper yaml) {
        String file = "methods/" + folder.item() + "/" + MethodFolder.ITEM;
        try {
            JsonNode read = yaml.readTree(folder.files().get(MethodFolder.ITEM));
            ObjectNode whole = (ObjectNode) read;
            whole.set("combinations", yaml.valueToTree(folder.table("combinations.csv")));
            whole.set("counts", yaml.valueToTree(folder.table("counts.csv")));
            whole.set("ages", yaml.valueToTree(folder.table("ages.csv")));
            whole.put("sha256", folder.sha256());
            TestItem item = yaml.treeToValue(whole, TestItem.class);
            if (!item.code().equals(folder.item())) {
                throw new IllegalStateException(file + " says code: " + item.code());
            }
            return item;
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(file + ": " + unreadable.getMessage(), unreadable);
        }
    }
}
