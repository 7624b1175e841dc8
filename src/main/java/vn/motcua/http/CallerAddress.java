package vn.motcua.http;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Where a request comes from, as far as one can be told from another. */
public final class CallerAddress {

    /** Whoever has an IPv6 address at all has a whole network of them. */
    private static final int NETWORK_BYTES = 8;

    private CallerAddress() {}

    /** The IPv4 address, or the network of 64 bits of an IPv6 address; behind a proxy see quarkus.http.proxy. */
    public static String of(HttpServerRequest request) {
        var peer = request.remoteAddress();
        var said = peer == null ? null : peer.hostAddress() == null ? peer.host() : peer.hostAddress();
        return said == null ? "" : network(said);
    }

    static String network(String said) {
        var bytes = NetUtil.createByteArrayFromIpAddressString(said);
        return bytes == null ? said : network(address(bytes));
    }

    private static String network(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES) + "/64"
                : address.getHostAddress();
    }

    /** An IPv4 address written as an IPv6 one is an IPv4 address. */
    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible); // four or sixteen bytes
        }
    }
}
