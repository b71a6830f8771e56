package org.jianzheng.credit;

/** Whose credit it is: an employer by its group path, {@code labs/BJ01}. */
record Employer(String path) {

    /** {@code labs}, {@code contractors}, {@code supervision}, {@code developers}; {@code station} for the station. */
    String kind() {
        return path.split("/")[0];
    }

    /** The group whose people answer for the house. */
    String desk() {
        return path
                + switch (kind()) {
                    case "labs" -> "/labadmin";
                    case "contractors" -> "/sampler";
                    case "supervision" -> "/witness";
                    case "developers" -> "/commissioner";
                    default -> "";
                };
    }
}
