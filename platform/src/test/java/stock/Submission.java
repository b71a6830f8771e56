package stock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "stock_submission")
class Submission {

    @Id
    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String id = UUID.randomUUID().toString();

    @Column(nullable = false)
    private String form;

    @Column(nullable = false)
    private byte[] first;

    @Column(nullable = false)
    private byte[] second;

    @Column(nullable = false)
    private byte[] third;

    @Column(nullable = false)
    private Instant at = Instant.now();

    protected Submission() {}

    Submission(String form, byte[] first, byte[] second, byte[] third) {
        this.form = form;
        this.first = first.clone();
        this.second = second.clone();
        this.third = third.clone();
    }

    String id() {
        return id;
    }
}
