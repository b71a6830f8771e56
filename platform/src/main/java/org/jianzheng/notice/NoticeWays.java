package org.jianzheng.notice;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.TelephoneNumbers;
import org.jianzheng.identity.TextSeal;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.notice.carrier.Channel;
import org.jianzheng.notice.delivery.Address;
import org.jianzheng.notice.delivery.AddressStore;
import org.jianzheng.notice.delivery.Carriers;
import org.jianzheng.notice.delivery.NewAddress;
import org.jianzheng.notice.delivery.Readers;
import org.jianzheng.notice.push.BrowserAddress;
import org.jianzheng.notice.push.WebPush;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** By which ways the acting person wants to be told at once. Nobody is told by a way that they have not asked for. */
@Service
@Transactional
public class NoticeWays {

    /** As WeChat gives them out: openid, or the account of WeCom. */
    private static final Pattern WECHAT = Pattern.compile("[A-Za-z0-9_@.-]{4,64}");

    private static final int MASKED = 4;

    private final AddressStore addresses;
    private final Carriers carriers;
    private final WebPush push;
    private final ObjectProvider<TelephoneNumbers> numbers;
    private final ObjectProvider<TextSeal> seal;
    private final Identity identity;
    private final Clock clock;

    NoticeWays(
            AddressStore addresses,
            Carriers carriers,
            WebPush push,
            ObjectProvider<TelephoneNumbers> numbers,
            ObjectProvider<TextSeal> seal,
            Identity identity,
            Clock clock) {
        this.addresses = addresses;
        this.carriers = carriers;
        this.push = push;
        this.numbers = numbers;
        this.seal = seal;
        this.identity = identity;
        this.clock = clock;
    }

    /** The key that browsers subscribe with; empty where push is off. */
    public Optional<String> pushKey() {
        return push.known();
    }

    /**
     * Whether that browser is subscribed for the acting person.
     *
     * @param endpoint as the browser has it
     */
    @Transactional(readOnly = true)
    public boolean isSubscribed(String endpoint) {
        return addresses.find(identity.acting().username(), endpoint).isPresent();
    }

    /**
     * A browser subscribes for the acting person.
     *
     * @param device thumbprint of the phone that it is on; the caller has checked whose it is
     * @param language {@code en}, or any other word for Chinese
     */
    public void subscribe(BrowserSubscription browser, String device, String language) {
        BrowserAddress address = new BrowserAddress(browser.endpoint(), browser.p256dh(), browser.auth());
        if (push.known().isEmpty()) {
            throw new RuleBroken("notice.push.off");
        }
        if (!push.isSound(address)) {
            throw RuleBroken.at("endpoint", "notice.push.endpoint");
        }
        Person person = identity.acting();
        addresses.put(
                new NewAddress(
                        Channel.PUSH,
                        person.username(),
                        identity.subject().orElse(null),
                        language(language),
                        address.endpoint(),
                        push.origin(address),
                        address.endpoint(),
                        address.p256dh(),
                        address.auth(),
                        device,
                        Readers.of(person)),
                CityTime.now(clock));
    }

    /** That browser shows the acting person nothing any more. Said of one that is not theirs, nothing happens. */
    public void unsubscribe(String endpoint) {
        addresses.find(identity.acting().username(), endpoint).ifPresent(found -> addresses.remove(found.id()));
    }

    /** That phone is nobody's any more; the caller has checked who says so. */
    public void forgetDevice(String device) {
        addresses.removeDevice(device);
    }

    /** What the acting person has asked for. */
    @Transactional(readOnly = true)
    public List<NoticeWay> mine() {
        String number = mobile().map(TelephoneNumbers.TelephoneNumber::masked).orElse("");
        return addresses.of(identity.acting().username()).stream()
                .map(address ->
                        new NoticeWay(address.id(), address.channel().name(), shown(address, number), address.seenAt()))
                .toList();
    }

    private String shown(Address address, String number) {
        return switch (address.channel()) {
            case PUSH -> "";
            case SMS -> number;
            case WECHAT -> masked(seal.getObject().open(address.target()));
        };
    }

    private static String masked(String account) {
        return "****" + account.substring(Math.max(0, account.length() - MASKED));
    }

    /** Whether the configuration has a gateway for that way. */
    public boolean isOffered(String channel) {
        return carriers.on().stream().map(Enum::name).anyMatch(channel::equals);
    }

    /** The acting person's registered mobile number, masked; empty where there is none to send to. */
    @Transactional(readOnly = true)
    public Optional<String> ownNumber() {
        return mobile().map(TelephoneNumbers.TelephoneNumber::masked);
    }

    private Optional<TelephoneNumbers.TelephoneNumber> mobile() {
        return numbers.stream()
                .flatMap(known -> known.mobile(identity.acting().username()).stream())
                .findFirst();
    }

    /** Messages go to the number that the registry has; nobody types one here, so nobody types somebody else's. */
    public void useNumber(String language) {
        require(Channel.SMS);
        if (mobile().isEmpty()) {
            throw new RuleBroken("notice.sms.none");
        }
        put(Channel.SMS, "", language);
    }

    /** Messages go to that WeChat account. */
    public void useWechat(String account, String language) {
        require(Channel.WECHAT);
        if (account == null || !WECHAT.matcher(account.strip()).matches()) {
            throw RuleBroken.at("account", "notice.wechat.account");
        }
        put(Channel.WECHAT, seal.getObject().sealText(account.strip()), language);
    }

    private void require(Channel channel) {
        if (!carriers.on().contains(channel)) {
            throw new RuleBroken("notice.way.off");
        }
    }

    private void put(Channel channel, String target, String language) {
        Person person = identity.acting();
        addresses.put(
                new NewAddress(
                        channel,
                        person.username(),
                        identity.subject().orElse(null),
                        language(language),
                        channel + ":" + person.username(),
                        channel.name(),
                        target,
                        null,
                        null,
                        null,
                        Readers.of(person)),
                CityTime.now(clock));
    }

    private static String language(String said) {
        return "en".equals(said) ? "en" : "zh";
    }

    /** The acting person does not want to be told there any more. */
    public void remove(String id) {
        String own = mine().stream()
                .map(NoticeWay::id)
                .filter(id::equals)
                .findFirst()
                .orElseThrow(() -> new NotFound("notice.way.unknown"));
        addresses.remove(own);
    }
}
