package vn.motcua.statistics;

import static vn.motcua.statistics.Term.COHORT_EARLY;
import static vn.motcua.statistics.Term.COHORT_ON_TIME;
import static vn.motcua.statistics.Term.EARLY;
import static vn.motcua.statistics.Term.LATE;
import static vn.motcua.statistics.Term.ON_TIME;
import static vn.motcua.statistics.Term.OVERDUE;
import static vn.motcua.statistics.Term.RECEIVED_TOTAL;
import static vn.motcua.statistics.Term.STOPPED;
import static vn.motcua.statistics.Term.WITHIN_DEADLINE;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import vn.motcua.deadline.Basis;
import vn.motcua.deadline.PromiseKind;

/** The on-time rates in use. One that changes its meaning gets a new version. */
enum Definition {
    RESOLVED(
            new Bilingual("Tỷ lệ giải quyết đúng hạn", "On-time rate of resolved dossiers"),
            new Bilingual(
                    "Trong số hồ sơ đã giải quyết có hạn, phần giải quyết trước hạn và đúng hạn",
                    "Of the dossiers resolved that had a due date, the share resolved early or on time"),
            List.of(EARLY, ON_TIME),
            List.of(EARLY, ON_TIME, LATE),
            new Bilingual(
                    "Khối “Đã giải quyết” của biểu II.06/VPCP/KSTT; chỉ số lãnh đạo thường dẫn",
                    "The block of resolved dossiers in form II.06/VPCP/KSTT; the figure leaders quote")),
    PORTAL(
            new Bilingual("Tỷ lệ đúng hạn, trong hạn", "Rate on time or still within the deadline"),
            new Bilingual(
                    "Hồ sơ giải quyết trước hạn, đúng hạn và hồ sơ còn trong hạn (kể cả đang tạm dừng) trên tổng số đã"
                            + " giải quyết và đang giải quyết có hạn",
                    "Dossiers resolved early or on time or still within their deadline (stopped ones included), of all"
                            + " resolved and pending ones that have a due date"),
            List.of(EARLY, ON_TIME, WITHIN_DEADLINE, STOPPED),
            List.of(EARLY, ON_TIME, WITHIN_DEADLINE, STOPPED, LATE, OVERDUE),
            new Bilingual(
                    "Nhóm tiến độ giải quyết của Cổng Dịch vụ công quốc gia; công thức chính thức chưa được xác nhận",
                    "The national portal's group on progress of handling; its official formula is unconfirmed")),
    RECEIVED(
            new Bilingual("Tỷ lệ đúng hạn trên số tiếp nhận", "On-time rate of received dossiers"),
            new Bilingual(
                    "Trong số hồ sơ tiếp nhận trong kỳ, phần đã giải quyết trước hạn hoặc đúng hạn tính đến cuối kỳ",
                    "Of the dossiers received in the period, the share resolved early or on time by its end"),
            List.of(COHORT_EARLY, COHORT_ON_TIME),
            List.of(RECEIVED_TOTAL),
            new Bilingual(
                    "Đánh giá nội bộ theo Điều 30 Nghị định 61/2018/NĐ-CP",
                    "Internal evaluation under Article 30 of Decree 61/2018/NĐ-CP")),
    EXPOSED(
            new Bilingual("Tỷ lệ đúng hạn tính cả hồ sơ tồn quá hạn", "On-time rate with overdue work counted"),
            new Bilingual(
                    "Như tỷ lệ giải quyết đúng hạn, nhưng hồ sơ quá hạn chưa giải quyết cũng nằm trong mẫu số",
                    "As the rate of resolved dossiers, with overdue open ones in the denominator: late work cannot hide"
                            + " by staying open"),
            List.of(EARLY, ON_TIME),
            List.of(EARLY, ON_TIME, LATE, OVERDUE),
            Bilingual.OUR_OWN),
    FIRST_PROMISE(
            new Bilingual("Tỷ lệ đúng hạn so với lần hẹn đầu", "On-time rate against the first promise"),
            new Bilingual(
                    "Như tỷ lệ giải quyết đúng hạn, so với ngày hẹn trả ghi khi tiếp nhận",
                    "As the rate of resolved dossiers, against the date given at receipt"),
            List.of(EARLY, ON_TIME),
            List.of(EARLY, ON_TIME, LATE),
            Bilingual.OUR_OWN),
    MOMENT(
            new Bilingual("Tỷ lệ đúng hạn theo giờ", "On-time rate to the moment"),
            new Bilingual(
                    "Như tỷ lệ giải quyết đúng hạn, so sánh theo thời điểm hẹn trả thay vì theo ngày",
                    "As the rate of resolved dossiers, compared with the moment due instead of the date"),
            List.of(EARLY, ON_TIME),
            List.of(EARLY, ON_TIME, LATE),
            Bilingual.OUR_OWN);

    private final Bilingual title;
    private final Bilingual meaning;
    private final List<Term> numerator;
    private final List<Term> denominator;
    private final Bilingual source;

    Definition(Bilingual title, Bilingual meaning, List<Term> numerator, List<Term> denominator, Bilingual source) {
        this.title = title;
        this.meaning = meaning;
        this.numerator = numerator;
        this.denominator = denominator;
        this.source = source;
    }

    static Optional<Definition> named(String id) {
        return Arrays.stream(values())
                .filter(definition -> definition.id().equals(id))
                .findFirst();
    }

    static List<Rate> rates(Tally tally) {
        return Arrays.stream(values()).map(definition -> definition.rate(tally)).toList();
    }

    Rate rate(Tally tally) {
        var counts = judged().apply(tally);
        return Rate.of(this, Term.sum(numerator, counts), Term.sum(denominator, counts));
    }

    private Function<Tally, Counts> judged() {
        return switch (this) {
            case FIRST_PROMISE -> Tally::againstFirstPromise;
            case MOMENT -> Tally::byMoment;
            case RESOLVED, PORTAL, RECEIVED, EXPOSED -> Tally::counts;
        };
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    int version() {
        return 1;
    }

    Bilingual title() {
        return title;
    }

    Bilingual meaning() {
        return meaning;
    }

    String formula() {
        return Term.formula(numerator) + " / " + Term.formula(denominator);
    }

    /** The basis it insists on, or null for that of the query. */
    Basis basis() {
        return this == MOMENT ? Basis.MOMENT : null;
    }

    /** The promise it insists on, or null for that of the query. */
    PromiseKind promise() {
        return this == FIRST_PROMISE ? PromiseKind.FIRST : null;
    }

    Bilingual source() {
        return source;
    }
}
