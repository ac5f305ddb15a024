package au.com.visibuild.scim.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundAddressTest {

    private static OutboundRules rules(boolean privateAddresses, boolean httpToLoopback) {
        return new OutboundRules(new OutboundConfig() {
            @Override
            public boolean privateAddresses() {
                return privateAddresses;
            }

            @Override
            public boolean httpToLoopback() {
                return httpToLoopback;
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.9.9.9",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "2001::1",
                "2001:db8::1",
                "2002:a00:1::1",
                "64:ff9b::a9fe:a9fe",
                "::7f00:1",
                "3fff::1"
            })
    void whatIsNotOfThePublicInternetIsRefusedUnlessAllowed(String address) throws UnknownHostException {
        assertThat(OutboundAddress.isPublic(InetAddress.getByName(address))).isFalse();
        assertThat(rules(false, false).permits(InetAddress.getByName(address))).isFalse();
        assertThat(rules(true, false).permits(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2606:4700::1111",
                "2001:4860::8888",
                "64:ff9b::101:101"
            })
    void whatIsOfThePublicInternetIsNot(String address) throws UnknownHostException {
        assertThat(rules(false, false).permits(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void httpIsForLoopbackAndOnlyWhereItIsAllowed() {
        assertThat(rules(true, false).url("http://127.0.0.1:8080/keys")).isNull();
        assertThat(rules(true, true).url("http://127.0.0.1:8080/keys")).isNotNull();
        assertThat(rules(true, true).url("http://idp.example/keys")).isNull();
        assertThat(rules(false, false).url("https://idp.example/keys?a=b")).isNotNull();
        for (String odd : new String[] {
            "https://u:p@idp.example/",
            "https://idp.example/#x",
            "https:///x",
            "https:idp.example",
            "https://idp .example/",
            "//idp",
            "ftp://idp.example/",
            "file:///etc/passwd",
            ""
        }) {
            assertThat(rules(true, true).url(odd)).as(odd).isNull();
        }
    }
}
