package au.com.visibuild.scim.figures;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection that is kept, by HTTP/1.1. It asks as cheaply as it can, because client and service share a machine. */
final class Wire implements AutoCloseable {

    private static final int PATIENCE = 30_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String constant;

    /** A request; the body is empty where there is none. */
    record Request(String method, String path, String body) {}

    Wire(URI root, String token) throws IOException {
        socket = new Socket(root.getHost(), root.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE);
        in = new BufferedInputStream(socket.getInputStream(), 16_384);
        out = socket.getOutputStream();
        constant = " HTTP/1.1\r\nHost: " + root.getAuthority() + "\r\nAuthorization: Bearer " + token + "\r\n";
    }

    /** Sends it, reads the whole answer and tells its status. */
    int send(Request request) throws IOException {
        byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
        String head = request.method() + " " + request.path() + constant
                + (body.length == 0
                        ? "\r\n"
                        : "Content-Type: application/scim+json\r\nContent-Length: " + body.length + "\r\n\r\n");
        byte[] first = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[first.length + body.length];
        System.arraycopy(first, 0, whole, 0, first.length);
        System.arraycopy(body, 0, whole, first.length, body.length);
        out.write(whole);
        return answer();
    }

    private int answer() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        long length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String name = header.toLowerCase(Locale.ROOT);
            if (name.startsWith("content-length:")) {
                length = Long.parseLong(name.substring(15).strip());
            } else if (name.startsWith("transfer-encoding:")) {
                throw new IOException("an answer in chunks, which this client does not read");
            }
        }
        in.skipNBytes(length);
        return status;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
