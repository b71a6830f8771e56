package org.jianzheng.notice;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.MailAddresses;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.Paged;
import org.jianzheng.notice.delivery.Carriers;
import org.jianzheng.notice.delivery.DeliveryBacklog;
import org.jianzheng.notice.delivery.DeliveryStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notices: said once, to a house or a group, found by each of its people. */
@Service
@Transactional
public class Notices {

    private final NoticeStore store;
    private final Outbox outbox;
    private final DeliveryStore deliveries;
    private final Carriers carriers;
    private final ObjectProvider<LetterCarrier> postman;
    private final ObjectProvider<MailAddresses> addresses;
    private final Identity identity;
    private final Clock clock;

    Notices(
            NoticeStore store,
            Outbox outbox,
            DeliveryStore deliveries,
            Carriers carriers,
            ObjectProvider<LetterCarrier> postman,
            ObjectProvider<MailAddresses> addresses,
            Identity identity,
            Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.deliveries = deliveries;
        this.carriers = carriers;
        this.postman = postman;
        this.addresses = addresses;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * Tells it, as part of the caller's transaction: whatever the caller takes back was not said. Said again under the same
     * key, nothing happens.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Notice notice) {
        String id = UUID.randomUUID().toString();
        if (!store.add(id, notice, CityTime.now(clock))) {
            return;
        }
        if (notice.alert() != null) {
            deliveries.add(id, notice.to(), carriers.on(), CityTime.now(clock));
        }
        if (postman.getIfAvailable() != null) {
            addresses.stream()
                    .flatMap(known -> known.of(notice.house()).stream())
                    .findFirst()
                    .ifPresent(address -> outbox.add(id, address, CityTime.now(clock)));
        }
    }

    /** What the acting person was told, newest first. */
    @Transactional(readOnly = true)
    public Paged<ReceivedNotice> list(boolean unreadOnly, int page, int size) {
        return store.list(identity.acting(), unreadOnly, page, size);
    }

    /** How much of it the acting person has not opened. */
    @Transactional(readOnly = true)
    public long unread() {
        return store.unread(identity.acting());
    }

    /**
     * The acting person opens it.
     *
     * @return where it leads
     * @throws NotFound when there is no such notice for them
     */
    public String open(String id) {
        String link = store.link(identity.acting(), id).orElseThrow(() -> new NotFound("notice.unknown"));
        store.read(identity.acting(), id, CityTime.now(clock));
        return link;
    }

    /** The acting person has seen everything that is there now. */
    public void openAll() {
        store.readAll(identity.acting(), CityTime.now(clock));
    }

    /** Messages that push services and gateways have not taken. */
    @Transactional(readOnly = true)
    public List<DeliveryBacklog> undelivered() {
        return deliveries.backlog();
    }

    /** Letters that have not gone out, for whoever looks after the mail server. */
    @Transactional(readOnly = true)
    public MailBacklog backlog() {
        return outbox.backlog();
    }
}
