package vn.motcua.dossier;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import vn.motcua.procedure.Channel;

/** What a dossier was counted under until a correction: figures as of an earlier time go on counting it there. */
@Entity
@Table(name = "dossier_key")
class FormerKey {

    @EmbeddedId
    private Place place;

    private Instant until;
    private String procedureCode;
    private String field;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private String competentUnit;
    private String competentHeir;
    private List<String> competentPath;
    private String zone;

    protected FormerKey() {}

    /** Of a dossier whose next row of history corrects it. */
    FormerKey(Dossier dossier, Moment now) {
        var papers = dossier.papers();
        place = new Place(dossier.id(), dossier.lastNumber() + 1);
        until = now.recordedAt();
        procedureCode = papers.procedureCode();
        field = papers.field();
        channel = papers.channel();
        competentUnit = papers.competentUnit();
        competentHeir = papers.heirs().competentHeir();
        competentPath = papers.competentPath();
        zone = papers.zone();
    }

    @Embeddable
    record Place(Long dossier, int number) {}
}
