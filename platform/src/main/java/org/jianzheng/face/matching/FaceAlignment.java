package org.jianzheng.face.matching;

/**
 * Turns, scales and shifts a face so that its five points lie where the model was taught to find them. Least squares over all
 * five, without shear.
 */
final class FaceAlignment {

    /** Side of the square that the points below lie in. */
    static final int SIDE = 112;

    private static final double[][] WANTED = {
        {38.2946, 51.6963}, {73.5318, 51.5014}, {56.0252, 71.7366}, {41.5493, 92.3655}, {70.7299, 92.2041}
    };

    /** Of the 68 points: those whose mean is an eye, the tip of the nose, a corner of the mouth. */
    private static final int[][] GROUPS = {{37, 38, 40, 41}, {43, 44, 46, 47}, {30}, {48, 60}, {54, 64}};

    // Of who is seen: their right ear is left in the picture.
    private static final int JAW_RIGHT = 0;
    private static final int JAW_LEFT = 16;
    private static final int NOSE = 30;

    private FaceAlignment() {}

    /** @param points 68 of them, x and y @return left eye, right eye, nose, left and right corner of the mouth */
    static double[][] fivePoints(double[][] points) {
        double[][] five = new double[GROUPS.length][2];
        for (int group = 0; group < GROUPS.length; group++) {
            for (int point : GROUPS[group]) {
                five[group][0] += points[point][0] / GROUPS[group].length;
                five[group][1] += points[point][1] / GROUPS[group].length;
            }
        }
        return five;
    }

    /** @param points 68 of them @return from -1, all to the right of who is seen, over 0, straight on, to 1 */
    static double turn(double[][] points) {
        double[] from = points[JAW_RIGHT];
        double[] to = points[JAW_LEFT];
        double[] nose = points[NOSE];
        double x = to[0] - from[0];
        double y = to[1] - from[1];
        double along = ((nose[0] - from[0]) * x + (nose[1] - from[1]) * y) / (x * x + y * y);
        return Math.max(-1, Math.min(1, 2 * along - 1));
    }

    /** The two rows of the transformation of these five points onto the model's. */
    static double[][] onto(double[][] five) {
        return onto(five, WANTED);
    }

    static double[][] onto(double[][] from, double[][] to) {
        double[] middle = mean(from);
        double[] wanted = mean(to);
        double along = 0;
        double across = 0;
        double spread = 0;
        for (int i = 0; i < from.length; i++) {
            double x = from[i][0] - middle[0];
            double y = from[i][1] - middle[1];
            double u = to[i][0] - wanted[0];
            double v = to[i][1] - wanted[1];
            along += x * u + y * v;
            across += x * v - y * u;
            spread += x * x + y * y;
        }
        double a = along / spread;
        double b = across / spread;
        return new double[][] {
            {a, -b, wanted[0] - a * middle[0] + b * middle[1]}, {b, a, wanted[1] - b * middle[0] - a * middle[1]}
        };
    }

    private static double[] mean(double[][] points) {
        double[] mean = new double[2];
        for (double[] point : points) {
            mean[0] += point[0] / points.length;
            mean[1] += point[1] / points.length;
        }
        return mean;
    }
}
