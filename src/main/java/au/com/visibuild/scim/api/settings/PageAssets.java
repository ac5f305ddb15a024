package au.com.visibuild.scim.api.settings;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** Style and script of the page: browsers keep them until their content, and so this version, changes. */
@ApplicationScoped
class PageAssets {

    private final String version = version("page.css", "page.js");

    /** Changes when one of them does. */
    String version() {
        return version;
    }

    private static String version(String... files) {
        CRC32 sum = new CRC32();
        for (String file : files) {
            try (InputStream content = Thread.currentThread()
                    .getContextClassLoader()
                    .getResourceAsStream("META-INF/resources/settings/assets/" + file)) {
                if (content == null) {
                    throw new IllegalStateException("The package has no " + file);
                }
                sum.update(content.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }
}
