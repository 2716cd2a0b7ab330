package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import net.aurpay.client.OrderStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ParameterRecordTest {
    private record Paging(@QueryParam("sort") String sort, @QueryParam("page") int page) {}

    private record Search(
            @PathParam("id") String id,
            @QueryParam("note") @Nullable String note,
            @QueryParam("tag") List<String> tags,
            @QueryParam("status") OrderStatus status,
            @HeaderParam("X-Trace") String trace,
            String own,
            @BeanParam Paging paging) {}

    private record Checked(@QueryParam("note") String note) {
        Checked {
            if (note.startsWith("_")) {
                throw new IllegalStateException("a note must not begin with an underscore");
            }
        }
    }

    private record Changed(@QueryParam("note") String note) {
        Changed {
            note = note.toUpperCase(Locale.ROOT);
        }
    }

    private record WithForm(@FormParam("a") String a) {}

    private record WithObject(@QueryParam("a") Object a) {}

    private static final class Bean {}

    @Test
    void copiesARecordWithItsTextsSpelled() {
        Search search = new Search(
                "a/b", null, List.of("x", "y z"), new OrderStatus("NEW 1"), "a b", "c d", new Paging("a:b", 2));

        assertThat(ParameterRecord.of(Search.class).prepare(search))
                .isEqualTo(new Search(
                        SafeText.spell("a/b"),
                        null,
                        List.of("x", SafeText.spell("y z")),
                        new OrderStatus(SafeText.spell("NEW 1")),
                        "a b",
                        "c d",
                        new Paging(SafeText.spell("a:b"), 2)));
    }

    @Test
    void leavesARecordOfSimpleTextsAsItIs() {
        Search search = new Search("1", "x", List.of("x"), OrderStatus.PENDING, "a b", "c d", new Paging("asc", 2));

        assertThat(ParameterRecord.of(Search.class).prepare(search)).isSameAs(search);
    }

    @Test
    void rejectsAnUnusableComponent() {
        Search search = new Search("..", "x", List.of(), OrderStatus.PENDING, "", "", new Paging("asc", 2));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterRecord.of(Search.class).prepare(search))
                .withMessageContaining("the path parameter id must not be empty");
    }

    @Test
    void saysThatAConstructorMustAcceptAnyText() {
        ParameterRecord record = ParameterRecord.of(Checked.class);

        assertThat(record.prepare(new Checked("x"))).isEqualTo(new Checked("x"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> record.prepare(new Checked("a b")))
                .withMessage("the constructor of Checked must accept any text: check texts elsewhere, or pass them one"
                        + " by one");
    }

    /** The text that is sent would otherwise be another one, or even a spelling. */
    @Test
    void saysThatAConstructorMustNotChangeTexts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterRecord.of(Changed.class).prepare(new Changed("a b")))
                .withMessageStartingWith("the constructor of Changed must not change texts");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterText.spelled(new Changed("a b"), false))
                .withMessageStartingWith("the constructor of Changed must not change texts");
    }

    @Test
    void rejectsWhatIsNoRecordOfParameters() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterRecord.of(Bean.class))
                .withMessageStartingWith("a @BeanParam must be a record, was <" + Bean.class.getName() + ">");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterRecord.of(WithForm.class))
                .withMessage("a @BeanParam must not have a @FormParam");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterRecord.of(WithObject.class))
                .withMessageStartingWith("the query parameter a must be a String, ");
    }
}
