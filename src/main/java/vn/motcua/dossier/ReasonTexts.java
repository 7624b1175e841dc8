package vn.motcua.dossier;

import vn.motcua.deadline.Reason;
import vn.motcua.http.Language;

/** Why a date did not count, told to a person. */
final class ReasonTexts {

    private ReasonTexts() {}

    static String of(Reason reason, Language language) {
        return switch (reason) {
            case WEEKLY_REST -> language.choose("Ngày nghỉ hằng tuần", "Weekly day of rest");
            case DAY_OFF -> language.choose("Ngày nghỉ", "Day off");
            case MAKE_UP -> language.choose("Ngày làm bù", "Make-up day");
            case STOP -> language.choose("Đồng hồ tạm dừng", "The clock stood still");
            case BEFORE_START -> language.choose("Chưa bắt đầu tính thời hạn", "The clock had not started");
            case RESTARTED ->
                language.choose(
                        "Thời hạn được tính lại từ đầu sau khi bổ sung", "The limit began anew after the supplement");
            case FIRST_DAY -> language.choose("Ngày đầu không tính", "The first day is not counted");
            case USED_UP -> language.choose("Thời hạn đã hết", "The limit was used up");
            case ROLLED -> language.choose("Chuyển sang ngày làm việc kế tiếp", "Moved to the next working day");
            case EXTENDED -> language.choose("Đã gia hạn đến ngày hẹn lại", "Extended to the date named");
        };
    }
}
