package au.com.visibuild.scim.platform;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Closes a database connection on which something was asked and nothing is answered: a frozen server, a cable that was
 * pulled. Who waits is told at once, and the pool makes a new connection. A connection that nobody asks anything may be
 * silent for ever.
 */
final class SilentServer extends ChannelDuplexHandler {

    /*
     * PostgreSQL ends each answer with ReadyForQuery: Z, the length 5, one letter. It is looked for at the end of what was
     * read, not in the stream: cut in two it is missed, and an idle connection is closed for nothing, which costs a new one.
     */
    private static final byte[] READY = {'Z', 0, 0, 0, 5};

    private static final Logger LOG = Logger.getLogger(SilentServer.class);

    private final long patience;
    private boolean asked;
    private boolean watching;
    private long lastSign;

    SilentServer(Duration patience) {
        this.patience = patience.toNanos();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (!asked) {
            asked = true;
            lastSign = System.nanoTime();
        }
        if (!watching) {
            watching = true;
            look(context, patience);
        }
        super.write(context, message, promise);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        lastSign = System.nanoTime();
        // What comes without being asked for (NOTIFY) is no answer, and owes none.
        asked = asked && !(message instanceof ByteBuf bytes && endsAnAnswer(bytes));
        super.channelRead(context, message);
    }

    /** One look in a while, however many statements there are. */
    private void look(ChannelHandlerContext context, long wait) {
        var _ = context.executor().schedule(() -> judge(context), wait, TimeUnit.NANOSECONDS);
    }

    private void judge(ChannelHandlerContext context) {
        long silent = System.nanoTime() - lastSign;
        if (!asked || !context.channel().isActive()) {
            watching = false;
        } else if (silent < patience) {
            look(context, patience - silent);
        } else {
            LOG.warnf("The database has not answered for %d ms: its connection is given up", silent / 1_000_000);
            var _ = context.close();
        }
    }

    private static boolean endsAnAnswer(ByteBuf bytes) {
        int start = bytes.writerIndex() - READY.length - 1;
        if (start < bytes.readerIndex()) {
            return false;
        }
        for (int i = 0; i < READY.length; i++) {
            if (bytes.getByte(start + i) != READY[i]) {
                return false;
            }
        }
        return true;
    }
}
