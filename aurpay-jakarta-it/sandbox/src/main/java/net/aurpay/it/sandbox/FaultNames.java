package net.aurpay.it.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in words, for the pages, which faults have been requested. */
final class FaultNames {
    private FaultNames() {}

    /** Names the faults that last until they are cancelled. */
    static List<String> lasting(Sandbox sandbox) {
        List<String> names = new ArrayList<>();
        CallbackLosses.Share share = sandbox.callbackLosses().share();
        if (share.lostPercent() > 0) {
            names.add(share.lostPercent() + " % of the callbacks are lost");
        }
        if (share.latePercent() > 0) {
            names.add(share.latePercent() + " % of the callbacks are late by " + share.lateBy());
        }
        if (!sandbox.callbackPlan().equals(CallbackPlan.NORMAL)) {
            names.add("every callback: " + of(sandbox.callbackPlan()));
        }
        if (!sandbox.refunds().delay().isZero()) {
            names.add("a refund takes " + sandbox.refunds().delay());
        }
        return names;
    }

    static String of(CallbackPlan plan) {
        List<String> parts = new ArrayList<>();
        if (plan.tampering() != CallbackPlan.Tampering.NONE) {
            parts.add("forged " + plan.tampering().name().toLowerCase(Locale.ROOT));
        }
        if (!plan.dateShift().isZero()) {
            parts.add("date off by " + plan.dateShift());
        }
        if (!plan.delay().isZero()) {
            parts.add("late by " + plan.delay());
        }
        if (plan.copies() > 1) {
            parts.add("sent × " + plan.copies());
        }
        if (plan.lost()) {
            parts.add("lost");
        }
        return parts.isEmpty() ? "as it should be" : String.join(", ", parts);
    }
}
