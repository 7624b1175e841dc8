package vn.motcua;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import vn.motcua.access.DemoKey;

/** What has to stand before the service can start: a database, and somebody who signs tokens. */
final class Startup {

    private static final String DATABASE = "quarkus.datasource.jdbc.url";
    private static final String PROVIDER = "quarkus.oidc.auth-server-url";

    /** The server would refuse a malformed address without a word; {@code http.Gate} checks it and says why. */
    private static final String SERVER_CHECKS_NO_ADDRESS = "vertx.disableURIValidation";

    private final UnaryOperator<String> setting;
    private final boolean command;

    /**
     * @param setting reads a setting by its dotted name, null where it is not set
     * @param command whether one command is run, beside a service that may be running
     */
    Startup(UnaryOperator<String> setting, boolean command) {
        this.setting = setting;
        this.command = command;
    }

    static Startup ofThisProcess(boolean command) {
        return new Startup(Startup::settingOfThisProcess, command);
    }

    private static String settingOfThisProcess(String name) {
        var inEnvironment =
                System.getenv(name.toUpperCase(java.util.Locale.ROOT).replaceAll("[.-]", "_"));
        return System.getProperty(name, inEnvironment);
    }

    /** The settings that follow from what was found; a database of our own is running when this returns. */
    Map<String, String> prepare() {
        var settings = new HashMap<String, String>();
        var demo = Boolean.parseBoolean(setting.apply("motcua.demo"));
        var data = Path.of(given("motcua.data") ? setting.apply("motcua.data") : "data")
                .toAbsolutePath();
        callers(demo, data, settings);
        settings.put(SERVER_CHECKS_NO_ADDRESS, "true");
        if (!given(DATABASE)) {
            settings.putAll(OwnPostgres.in(data, command).settings());
        }
        return settings;
    }

    private void callers(boolean demo, Path data, Map<String, String> settings) {
        if (demo) {
            var key = DemoKey.in(data);
            settings.put("quarkus.oidc.public-key", key.publicKey());
            settings.put("smallrye.jwt.sign.key", key.privateKey());
            settings.put("quarkus.swagger-ui.enabled", "true");
        } else if (command) {
            settings.put("quarkus.oidc.tenant-enabled", "false");
        } else if (!given(PROVIDER)) {
            throw new Motcua.Refusal(
                    "Nobody signs tokens: set QUARKUS_OIDC_AUTH_SERVER_URL to an OpenID Connect provider,"
                            + " or MOTCUA_DEMO=true to try the service out");
        }
    }

    private boolean given(String name) {
        var value = setting.apply(name);
        return value != null && !value.isBlank();
    }
}
