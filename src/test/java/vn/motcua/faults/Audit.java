package vn.motcua.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.stream.StreamSupport;
import vn.motcua.PackagedService;

/** Holds what the service and its database say against what the clerks remember. */
final class Audit {

    private final Office office;
    private final PackagedService service;
    private int settledAsDone;
    private int settledAsNotDone;

    Audit(Office office, PackagedService service) {
        this.office = office;
        this.service = service;
    }

    int settledAsDone() {
        return settledAsDone;
    }

    int settledAsNotDone() {
        return settledAsNotDone;
    }

    /** Of these dossiers, every acknowledged row is in the history once and in order, and nothing else is. */
    void histories(Collection<Remembered> dossiers) throws InterruptedException {
        for (var dossier : dossiers) {
            if (dossier.exists() || wasReceived(dossier)) {
                history(dossier);
            }
        }
    }

    /** Settles a receipt in doubt. */
    private boolean wasReceived(Remembered dossier) throws InterruptedException {
        if (!dossier.isInDoubt()) {
            return false;
        }
        var found = get("/v1/dossiers?receivingUnit=" + dossier.unit + "&externalCode=" + dossier.externalCode)
                .body()
                .path("items");
        expect(found.size() <= 1, dossier.externalCode + " was received " + found.size() + " times");
        settle(dossier, found.isEmpty() ? null : found.get(0).path("code").asText());
        return dossier.exists();
    }

    private void history(Remembered dossier) throws InterruptedException {
        var rows = get("/v1/dossiers/" + dossier.code() + "/events?limit=200")
                .body()
                .path("items");
        var types = StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.path("type").asText())
                .toList();
        if (dossier.isInDoubt()) {
            var one = types.size() == dossier.rows().size() + 1
                    && types.get(types.size() - 1).equals(dossier.inDoubt());
            settle(dossier, one ? dossier.code() : null);
        }
        expect(types.equals(dossier.rows()), dossier.code() + " remembers " + dossier.rows() + ", has " + types);
        var facts = rows.path(0).at("/facts/data/origin");
        expect(
                facts.path("externalCode").asText().equals(dossier.externalCode),
                dossier.code() + " was acknowledged for " + dossier.externalCode + ", is of " + facts);
    }

    private void settle(Remembered dossier, String code) throws InterruptedException {
        dossier.settle(code != null, code == null ? null : get("/v1/dossiers/" + code));
        if (code == null) {
            settledAsNotDone++;
        } else {
            settledAsDone++;
        }
    }

    /** Of every commune, once the dossiers in doubt are settled. */
    void statistics() throws InterruptedException {
        var today = LocalDate.now();
        for (var commune : Office.communes()) {
            var said = get("/v1/statistics/on-time?unit=" + commune + "&from=" + today.minusDays(7) + "&to="
                            + today.plusDays(7))
                    .body()
                    .at("/groups/0/counts");
            var those = office.dossiers().stream()
                    .filter(dossier -> dossier.unit.equals(commune))
                    .toList();
            Recount.of(those).differences(said).forEach(it -> expect(false, commune + ": " + it));
            expect(Recount.addsUp(said), commune + " does not add up: " + said);
        }
    }

    /** Every dossier once more, the chains, and the tables themselves. */
    void everything(String jdbcUrl) throws Exception {
        histories(office.dossiers());
        statistics();
        var codes = office.dossiers().stream()
                .filter(Remembered::exists)
                .map(Remembered::code)
                .toList();
        expect(new HashSet<>(codes).size() == codes.size(), "a code was given twice");
        for (var command : List.of("verify-history", "verify-counters")) {
            var verified = service.run(command);
            expect(verified.status() == 0, verified.output());
        }
        try (var connection = DriverManager.getConnection(jdbcUrl)) {
            tables(connection, codes.size());
        }
    }

    /** Read from the tables, not from the indexes that keep duplicates out; then from the indexes. */
    private void tables(Connection database, int dossiers) throws SQLException {
        var effects =
                office.dossiers().stream().mapToInt(it -> it.rows().size()).sum();
        for (var way : List.of("indexscan", "seqscan")) {
            for (var scan : List.of("indexscan", "indexonlyscan", "bitmapscan", "seqscan")) {
                var off = scan.equals("seqscan") == way.equals("seqscan");
                database.createStatement().execute("set enable_" + scan + " = " + (off ? "off" : "on"));
            }
            expect(number(database, "count(*) from dossier where code > ''") == dossiers, "dossiers by " + way);
            expect(number(database, "count(*) from dossier_event where dossier > 0") == effects, "rows by " + way);
            expect(number(database, "count(*) from idempotency_key where caller > ''") == effects, "keys by " + way);
        }
        once(database, "code", "dossier");
        once(database, "receiving_unit, external_code", "dossier");
        once(database, "dossier, number", "dossier_event");
        once(database, "caller, key", "idempotency_key");
        expect(
                number(
                                database,
                                """
                                count(*) from dossier d join dossier_ordinal o on o.unit = d.receiving_unit
                                where d.code like o.unit || '-' || to_char(o.day, 'YYMMDD') || '-%'
                                and cast(split_part(d.code, '-', 3) as integer) > o.last""")
                        == 0,
                "an ordinal above the last one given");
    }

    private void once(Connection database, String columns, String table) throws SQLException {
        var twice = number(
                database,
                "count(*) from (select from " + table + " group by " + columns + " having count(*) > 1) as twice");
        expect(twice == 0, "twice the same " + columns + " in " + table);
    }

    private static long number(Connection database, String what) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("select " + what)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Line.Heard get(String path) throws InterruptedException {
        var heard = office.line.get(path);
        for (var again = 0; !heard.isDone() && again < 10; again++) {
            Thread.sleep(1000);
            heard = office.line.get(path);
        }
        expect(heard.isDone(), path + " is not answered: " + heard);
        return heard;
    }

    private void expect(boolean right, String otherwise) {
        office.answers.expect(right, otherwise);
    }
}
