package org.cachette.bench;

import java.io.PrintStream;
import java.util.Locale;
import org.cachette.bench.Rounds.Measured;

/** The table of figures. */
final class Report {

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void begin() {
        out.println("Medians of alternating rounds; takes some minutes.");
    }

    void section(String title) {
        out.printf("%n%s%n", title);
    }

    /** How long one call takes. */
    void time(String contender, Measured measured) {
        if (measured.allocated().isEmpty()) {
            line(contender, "%,.0f ns", measured.medianNanoseconds());
        } else {
            line(contender, "%,.0f ns, %,.0f bytes", measured.medianNanoseconds(), measured.medianAllocated());
        }
    }

    void figure(String what, double value) {
        line(what, "%,.0f", value);
    }

    void ratio(String what, double value) {
        line(what, "%,.2f", value);
    }

    void atLeast(String what, double value, double target) {
        line(what, "%,.2f (target: at least %,.2f, %s)", value, target, met(value >= target));
    }

    void below(String what, double value, double target) {
        line(what, "%,.2f (target: under %,.2f, %s)", value, target, met(value < target));
    }

    private void line(String what, String format, Object... values) {
        out.printf("  %-42s %s%n", what, String.format(Locale.ROOT, format, values));
    }

    private static String met(boolean met) {
        return met ? "met" : "NOT MET";
    }
}
