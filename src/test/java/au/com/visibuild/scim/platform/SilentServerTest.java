package au.com.visibuild.scim.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SilentServerTest {

    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final byte[] PART = {'D', 0, 0, 0, 6, 0, 0};
    private static final byte[] NOTIFICATION = {'A', 0, 0, 0, 11, 0, 0, 0, 1, 'c', 0, 0};
    private static final byte[] END = {'C', 0, 0, 0, 5, 0, 'Z', 0, 0, 0, 5, 'I'};

    private final EmbeddedChannel connection = new EmbeddedChannel(new SilentServer(PATIENCE));

    @Test
    void aQuestionWithoutAnAnswerEndsTheConnection() throws InterruptedException {
        ask();
        wait(PATIENCE.multipliedBy(3));

        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void halfAnAnswerAndThenNothingEndsTheConnection() throws InterruptedException {
        ask();
        receive(PART);
        wait(PATIENCE.multipliedBy(4));

        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void afterTheAnswerTheConnectionMayBeSilentForEver() throws InterruptedException {
        ask();
        receive(END);
        wait(PATIENCE.multipliedBy(4));

        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void whatIsToldWithoutAQuestionOwesNothingMore() throws InterruptedException {
        ask();
        receive(END);
        receive(NOTIFICATION);
        wait(PATIENCE.multipliedBy(4));

        assertThat(connection.isOpen()).isTrue();
    }

    private void ask() {
        connection.writeOutbound(Unpooled.wrappedBuffer(new byte[] {'Q', 0, 0, 0, 5, 0}));
    }

    private void receive(byte... bytes) {
        ByteBuf received = Unpooled.wrappedBuffer(bytes);
        connection.writeInbound(received);
    }

    private void wait(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            Thread.sleep(10);
            connection.runScheduledPendingTasks();
        }
    }
}
