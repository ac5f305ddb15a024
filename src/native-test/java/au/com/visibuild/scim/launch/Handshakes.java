package au.com.visibuild.scim.launch;

import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Callers who shake hands anew all the time, with a breath in between. */
final class Handshakes implements AutoCloseable {

    private static final long BREATH = 5_000_000;

    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicLong done = new AtomicLong();
    private final Thread caller;
    private volatile boolean over;

    Handshakes(SSLContext trust, URI root) {
        caller = Thread.ofPlatform().start(() -> {
            while (!over) {
                try {
                    serial(trust, root);
                    done.incrementAndGet();
                } catch (IOException e) {
                    failures.add(String.valueOf(e));
                }
                LockSupport.parkNanos(BREATH);
            }
        });
    }

    /** What went wrong so far. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /** Waits until so many more were done, or one failed. */
    void awaitMore(long times) {
        long goal = done.get() + times;
        while (done.get() < goal && failures.isEmpty()) {
            LockSupport.parkNanos(20_000_000L);
        }
    }

    @Override
    public void close() {
        over = true;
        try {
            caller.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The serial number of the certificate that is served at this moment. */
    static String serial(SSLContext trust, URI root) throws IOException {
        try (SSLSocket socket = open(trust, root)) {
            socket.startHandshake();
            X509Certificate served = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            // Or the next one goes on with this session, and sees no certificate.
            socket.getSession().invalidate();
            return served.getSerialNumber().toString();
        }
    }

    static SSLSocket open(SSLContext trust, URI root) throws IOException {
        return (SSLSocket) trust.getSocketFactory().createSocket(root.getHost(), root.getPort());
    }
}
