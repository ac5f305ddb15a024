package au.com.visibuild.scim.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Who finds out whether Kafka is there, and who waits for it. */
class OneAheadTest {

    private final List<String> changes = new ArrayList<>();
    private final List<CompletableFuture<Void>> sent = new ArrayList<>();
    private long now;
    private final OneAhead oneAhead = new OneAhead(() -> now, changes::add);

    @Test
    void whileNothingIsKnownTheOthersFollowTheOneAheadOnceItArrived() {
        UniAssertSubscriber<Void> first = send();
        UniAssertSubscriber<Void> second = send();
        UniAssertSubscriber<Void> third = send();
        assertThat(sent).hasSize(1);

        sent.getFirst().complete(null);

        first.assertCompleted();
        assertThat(sent).hasSize(3);
        second.assertNotTerminated();
        third.assertNotTerminated();
        sent.forEach(one -> one.complete(null));
        second.assertCompleted();
        third.assertCompleted();
    }

    @Test
    void theOthersFailWithTheOneAheadAndAreNotSent() {
        UniAssertSubscriber<Void> first = send();
        UniAssertSubscriber<Void> second = send();

        sent.getFirst().completeExceptionally(new IllegalStateException("away"));

        first.assertFailedWith(IllegalStateException.class, "away");
        second.assertFailedWith(IllegalStateException.class, "away");
        assertThat(sent).hasSize(1);
    }

    @Test
    void whileItIsAwayOneIsAheadAtATime() {
        send();
        sent.getFirst().completeExceptionally(new IllegalStateException("away"));

        send();
        send();

        assertThat(sent).hasSize(2);
    }

    @Test
    void whoHasJustAnsweredIsSentToAtOnceAndAfterAMinuteOneGoesAheadAgain() {
        send();
        sent.getFirst().complete(null);

        now += Duration.ofSeconds(59).toNanos();
        send();
        send();
        assertThat(sent).hasSize(3);

        now += Duration.ofSeconds(2).toNanos();
        send();
        send();
        assertThat(sent).hasSize(4);
    }

    @Test
    void troubleIsToldWhenItBeginsAndWhenItIsOver() {
        for (String outcome : List.of("away", "away", "", "", "away", "")) {
            send();
            if (outcome.isEmpty()) {
                sent.getLast().complete(null);
            } else {
                sent.getLast().completeExceptionally(new IllegalStateException(outcome));
            }
        }

        assertThat(changes).containsExactly("away", "", "away", "");
    }

    private UniAssertSubscriber<Void> send() {
        return oneAhead.send(() -> {
                    CompletableFuture<Void> one = new CompletableFuture<>();
                    sent.add(one);
                    return Uni.createFrom().completionStage(one);
                })
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }
}
