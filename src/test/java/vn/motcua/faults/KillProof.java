package vn.motcua.faults;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.motcua.PackagedService;

/** kill -9 at random moments under twenty clerks: nothing acknowledged is lost, nothing is done twice. */
class KillProof {

    private static final int ROUNDS = Integer.getInteger("faults.rounds", 30);
    private static final long SEED = Long.getLong("faults.seed", System.nanoTime());
    private static final int STATISTICS_AND_CHAINS_EVERY = 10;

    private final Random random = new Random(SEED);
    private final Map<Victim, Tally> tallies = new EnumMap<>(Victim.class);
    /** How long the last start took. */
    private long startMillis = 5000;

    private enum Victim {
        SERVICE("the service"),
        SERVER("its PostgreSQL, all processes"),
        CONNECTION("one process of its PostgreSQL"),
        BOTH("both at once"),
        BOTH_AGAIN("both, and the service again while it starts");

        private final String said;

        Victim(String said) {
            this.said = said;
        }
    }

    @Test
    void nothing_acknowledged_is_lost_and_nothing_is_done_twice() throws Exception {
        try (var service = PackagedService.onEmptyFolder().demo().start()) {
            var office = new Office(service, SEED);
            var audit = new Audit(office, service);
            var victims = victims();
            System.out.println("Seed " + SEED);
            for (var round = 0; round < ROUNDS; round++) {
                round(victims.get(round), service, office);
                System.out.printf(
                        "%s round %d, %s: %d dossiers, %d answers%n",
                        LocalTime.now().truncatedTo(ChronoUnit.SECONDS),
                        round + 1,
                        victims.get(round).said,
                        office.dossiers().size(),
                        office.answers.count(it -> true));
                audit.histories(office.touched());
                audit.statistics();
                if (round % STATISTICS_AND_CHAINS_EVERY == STATISTICS_AND_CHAINS_EVERY - 1) {
                    chains(service, office);
                }
            }
            audit.everything(service.jdbcUrl());
            conclude(office, audit);
        }
    }

    /** Each in turn, in an order nobody knows. */
    private List<Victim> victims() {
        var victims = new ArrayList<Victim>();
        for (var round = 0; round < ROUNDS; round++) {
            victims.add(Victim.values()[round % Victim.values().length]);
        }
        Collections.shuffle(victims, random);
        return victims;
    }

    private void round(Victim victim, PackagedService service, Office office) throws Exception {
        office.open();
        Thread.sleep(2000 + random.nextInt(4000));
        strike(victim, service);
        var struck = System.nanoTime();
        if (!service.process().isAlive()) {
            service.start();
            startMillis = (System.nanoTime() - struck) / 1_000_000;
        }
        var back = office.awaitDone(struck, 120);
        Thread.sleep(1000);
        office.close();
        tallies.computeIfAbsent(victim, it -> new Tally()).add(office, struck, back);
    }

    private void strike(Victim victim, PackagedService service) throws Exception {
        switch (victim) {
            case SERVICE -> service.killServiceOnly();
            case SERVER -> service.killPostgresOnly();
            case CONNECTION -> {
                var processes = service.postgres();
                processes.get(random.nextInt(processes.size())).destroyForcibly();
            }
            case BOTH -> service.kill();
            case BOTH_AGAIN -> {
                service.kill();
                service.begin();
                Thread.sleep((long) (random.nextDouble() * startMillis));
                service.kill();
            }
        }
    }

    private static void chains(PackagedService service, Office office) throws Exception {
        var verified = service.run("verify-history");
        office.answers.expect(verified.status() == 0, verified.output());
    }

    private void conclude(Office office, Audit audit) throws Exception {
        var result = new Result(
                "kill",
                "killed",
                "rounds",
                "unanswered or told to come again",
                "done again after, median s",
                "longest s");
        tallies.forEach((victim, tally) -> result.row(
                victim.said, tally.backs.size(), tally.notDone, tally.median(), Collections.max(tally.backs)));
        var dossiers = office.dossiers().stream().filter(Remembered::exists).toList();
        result.say("Seed %d. %d dossiers with %d rows of history, every one of them acknowledged or settled; "
                        .formatted(
                                SEED,
                                dossiers.size(),
                                dossiers.stream()
                                        .mapToInt(it -> it.rows().size())
                                        .sum())
                + "%d clicks were sent again with their key; of the clicks given up, %d had been done, %d had not."
                        .formatted(office.clicksRepeated(), audit.settledAsDone(), audit.settledAsNotDone()));
        result.conclude(office.answers);
    }

    private static final class Tally {

        private final List<Double> backs = new ArrayList<>();
        private long notDone;

        void add(Office office, long strike, double back) {
            backs.add(back);
            notDone += office.answers.count(it -> !it.done() && it.end() > strike);
        }

        double median() {
            var sorted =
                    backs.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return sorted[sorted.length / 2];
        }
    }
}
