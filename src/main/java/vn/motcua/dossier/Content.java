package vn.motcua.dossier;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What was asked for and which papers were handed in. May name people, so it stands apart from the dossier. */
@Entity
@Table(name = "dossier_content")
class Content {

    @Id
    private Long dossier;

    private String content;
    private String papers;

    protected Content() {}

    Content(Long dossier, String content, String papers) {
        this.dossier = dossier;
        this.content = content;
        this.papers = papers;
    }

    String content() {
        return content;
    }

    /** The papers as a JSON array, or null. */
    String papers() {
        return papers;
    }
}
