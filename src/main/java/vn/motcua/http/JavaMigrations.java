package vn.motcua.http;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;

/** Migrations that SQL cannot do, each a bean of the package whose table it changes; they take their turn by number. */
@Singleton
class JavaMigrations implements FlywayConfigurationCustomizer {

    private final Instance<JavaMigration> migrations;

    JavaMigrations(@Any Instance<JavaMigration> migrations) {
        this.migrations = migrations;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.javaMigrations(migrations.stream().toArray(JavaMigration[]::new));
    }
}
