package vn.motcua;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * After each migration, whoever migrates gives the service's role exactly what it needs. Which tables are append-only
 * their triggers tell, so that no migration can forget one. Where both are the same role, there is nothing to give.
 */
@Singleton
class Grants implements FlywayConfigurationCustomizer, Callback {

    private static final String SQL = "/db/grants.sql";

    private final ServiceRole service;

    Grants(@ConfigProperty(name = "quarkus.datasource.username") Optional<String> service) {
        this.service = ServiceRole.named(service.orElse(""));
    }

    @Override
    public void customize(FluentConfiguration migrations) {
        migrations.callbacks(this);
    }

    @Override
    public boolean supports(Event event, Context migrated) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context migrated) {
        return true;
    }

    @Override
    public void handle(Event event, Context migrated) {
        try {
            var connection = migrated.getConnection();
            if (service.isIn(connection)) {
                grant(connection);
            }
        } catch (SQLException refused) {
            throw new FlywayException("The role " + service.name() + " could not be given its rights", refused);
        }
    }

    private void grant(Connection connection) throws SQLException {
        try (var named = connection.prepareStatement("select set_config('motcua.service', ?, false)");
                var grants = connection.createStatement()) {
            named.setString(1, service.name());
            named.execute();
            grants.execute(sql());
        }
    }

    private static String sql() {
        try (var file = Grants.class.getResourceAsStream(SQL)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public String getCallbackName() {
        return "grants";
    }
}
