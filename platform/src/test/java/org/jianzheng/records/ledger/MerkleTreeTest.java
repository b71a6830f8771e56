package org.jianzheng.records.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    /** The leaves and roots that Certificate Transparency implementations share as test data. */
    private static final String[] LEAVES = {
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"
    };

    private static final String[] ROOTS = {
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    };

    @Test
    void hasTheRootsThatOtherImplementationsHave() {
        for (int size = 1; size <= LEAVES.length; size++) {
            assertThat(HexFormat.of().formatHex(tree(knownLeaves()).root(size))).isEqualTo(ROOTS[size - 1]);
        }
        assertThat(HexFormat.of().formatHex(tree(List.of()).root(0)))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void provesEveryLeafOfEveryTreeAndNoOther() {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            leaves.add(MerkleTree.leafHash(("leaf " + i).getBytes(StandardCharsets.UTF_8)));
        }
        MerkleTree tree = tree(leaves);
        for (int size = 1; size <= leaves.size(); size++) {
            byte[] root = tree.root(size);
            for (int position = 0; position < size; position++) {
                List<byte[]> path = tree.path(position, size);
                assertThat(MerkleTree.rootFrom(leaves.get(position), position, size, path))
                        .isEqualTo(root);
                byte[] other = leaves.get((position + 1) % 70);
                assertThat(MerkleTree.rootFrom(other, position, size, path)).isNotEqualTo(root);
                assertThat(MerkleTree.rootFrom(leaves.get(position), position + 1, size, path))
                        .isNotEqualTo(root);
            }
        }
    }

    private static List<byte[]> knownLeaves() {
        List<byte[]> leaves = new ArrayList<>();
        for (String leaf : LEAVES) {
            leaves.add(MerkleTree.leafHash(HexFormat.of().parseHex(leaf)));
        }
        return leaves;
    }

    private static MerkleTree tree(List<byte[]> leaves) {
        return new MerkleTree((level, index) -> node(leaves, level, index));
    }

    private static byte[] node(List<byte[]> leaves, int level, long index) {
        return level == 0
                ? leaves.get((int) index)
                : MerkleTree.nodeHash(node(leaves, level - 1, 2 * index), node(leaves, level - 1, 2 * index + 1));
    }
}
