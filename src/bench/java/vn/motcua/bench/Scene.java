package vn.motcua.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import vn.motcua.Client;
import vn.motcua.Memory;
import vn.motcua.PackagedService;

/** What is measured: the service as it is shipped, in a process of its own, on a PostgreSQL that is up. */
final class Scene implements AutoCloseable {

    final Settings settings;
    final Server server;
    final Ledger ledger;
    final Path place;
    private final PackagedService service;
    private final int port;
    private String size;

    Scene(Settings settings, Server server, Ledger ledger, Path place) throws IOException {
        this.settings = settings;
        this.server = server;
        this.ledger = ledger;
        this.place = place;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        service = PackagedService.on(place.resolve("data"))
                .demo()
                .onJavaWith(settings.flags())
                .with("MALLOC_ARENA_MAX", "2") // as in the image
                .with("QUARKUS_DATASOURCE_JDBC_URL", server.jdbcUrl())
                .with("QUARKUS_DATASOURCE_USERNAME", "postgres")
                .with("QUARKUS_HTTP_PORT", String.valueOf(port));
    }

    PackagedService service() {
        return service;
    }

    Client http() {
        return service.http();
    }

    int port() {
        return port;
    }

    String bearer(String role, String unit) throws IOException, InterruptedException {
        return http().bearer(role, unit);
    }

    Load load(int expected) {
        return new Load(port, settings.connections(), expected);
    }

    Cpu cpu() {
        return new Cpu(service.process().toHandle(), server::processes);
    }

    /** From now on there are so many dossiers. */
    void holds(long dossiers) {
        size = "%,d".formatted(dossiers);
    }

    String size() {
        return size;
    }

    void grows(String what, String format, Object... values) {
        ledger.grows(what, size, format.formatted(values));
    }

    long mostMegabytes() throws IOException {
        return Memory.mostMegabytes(service.process());
    }

    @Override
    public void close() throws Exception {
        service.close();
    }
}
