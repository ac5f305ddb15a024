package au.com.visibuild.scim.signal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.visibuild.scim.platform.RequestRefused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://receiver.example/events",
                "ftp://receiver.example/events",
                "https:receiver.example",
                "https:///events",
                "https://user:secret@receiver.example/",
                "https://receiver.example/#part",
                "https://receiver .example/",
                "//receiver.example/",
                "file:///etc/passwd",
                ""
            })
    void whatIsNoHttpsUrlIsRefused(String url) {
        assertThatThrownBy(() -> ReceiverAddress.host(url, false)).isInstanceOf(RequestRefused.class);
    }
}
