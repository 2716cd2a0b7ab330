package net.aurpay.webhook.mutation;

import java.util.List;
import java.util.Random;

/** Changes one part of a date to a value that a calendar or a clock does not have, or rarely has. */
final class DateMutations {
    private static final List<String> OFFSETS = List.of(
            "+31:00",
            "-31:00",
            "+18:00",
            "-18:00",
            "+18:01",
            "-18:01",
            "+23:59",
            "+24:00",
            "+99:99",
            "+05:59",
            "+05:60",
            "-00:00",
            "+5:00",
            "+0530",
            "+05",
            "+05:30:15",
            "z",
            "Z[UTC]",
            " Z",
            "");
    private static final List<String> DAYS =
            List.of("-02-29", "-02-30", "-06-31", "-12-31", "-13-01", "-00-10", "-01-00", "-1-1", "-366");
    private static final List<String> TIMES = List.of(
            "T24:00:00", "T23:59:59", "T23:59:60", "T25:00:00", "T00:60:00", "T00:00", "t12:00:00", " 12:00:00");
    private static final List<String> YEARS =
            List.of("0000", "2024", "2025", "9999", "99999", "+2026", "-2026", "-999999999", "+1000000000");
    private static final List<String> FRACTIONS =
            List.of("", ".", ".0", ".000000000", ".0000000000", ".999999999", ",5", ".-1", ".+1");

    private DateMutations() {}

    static String mutate(String date, Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> date.replaceFirst("(Z|[+-]\\d\\d:\\d\\d)$", one(OFFSETS, random));
            case 1 -> date.replaceFirst("-\\d\\d-\\d\\d(?=T)", one(DAYS, random));
            case 2 -> date.replaceFirst("T\\d\\d:\\d\\d:\\d\\d", one(TIMES, random));
            case 3 -> date.replaceFirst("^\\d{4}", one(YEARS, random));
            default -> date.replaceFirst("(?<=:\\d\\d)(\\.\\d+)?(?=(Z|[+-]\\d\\d:\\d\\d)$)", one(FRACTIONS, random));
        };
    }

    private static String one(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
