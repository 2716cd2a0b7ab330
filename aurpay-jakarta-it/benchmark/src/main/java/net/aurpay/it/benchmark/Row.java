package net.aurpay.it.benchmark;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * One row of the result. The two contenders alternate, so there is a ratio for each round.
 *
 * @param ours our value in each round
 * @param other the other contender's value in each round
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Row(String what, String against, String unit, double[] ours, double[] other, String goal) {
    static final String HEAD =
            "| what | measured | against | | ratio: median (all rounds) | goal |\n|---|--:|---|--:|--:|--:|\n";

    @Override
    public String toString() {
        double[] ratios = IntStream.range(0, ours.length)
                .mapToDouble(i -> ours[i] / other[i])
                .toArray();
        return "| %s | %s %s | %s | %s %s | **%s** (%s–%s) | %s |%n"
                .formatted(
                        what,
                        number(median(ours)),
                        unit,
                        against,
                        number(median(other)),
                        unit,
                        number(median(ratios)),
                        number(Arrays.stream(ratios).min().orElseThrow()),
                        number(Arrays.stream(ratios).max().orElseThrow()),
                        goal);
    }

    static double median(double[] values) {
        return percentile(values, 0.5);
    }

    static double percentile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }

    /** Writes a value with about three significant digits. */
    static String number(double value) {
        String format = value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }
}
