package net.aurpay.it;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.aurpay.webhook.mutation.MutatedCallback;
import net.aurpay.webhook.mutation.MutationRules;
import net.aurpay.webhook.mutation.Mutations;
import net.aurpay.webhook.mutation.Origin;

/**
 * Generates mutated callbacks as bytes: half of them are changed once more, in the method, the request line, the
 * spelling of the headers, other headers or the body.
 */
final class WireMutations {
    static final String PREFIX = "/hostile/aurpay/callbacks";

    /**
     * Dates that stay valid for years, so that a seed makes the same bytes on any day and a finding remains
     * reproducible.
     */
    static final MutationRules RULES = new MutationRules(
            List.of("https://shop.example.com/pay", "https://old.example.com/shop/aurpay/callbacks"),
            List.of("hostile-token-of-now", "hostile-token-of-old"),
            List.of("hostile-secret-of-now", "hostile-secret-of-old"),
            "hostile-api-key",
            Instant.parse("2026-11-23T12:00:00Z"),
            Duration.ofDays(7300),
            Duration.ofDays(7300));

    private static final String ORDER = "{\"order_id\":\"20250207040935220628\",\"status\":\"SUCCESS\"}";
    private static final List<String> BODIES = List.of(
            ORDER,
            ORDER,
            ORDER,
            "",
            "{}",
            "[]",
            "null",
            "{",
            "\u0000",
            "[".repeat(20_000),
            "x".repeat(70_000),
            "{\"order_id\":12}",
            "\ufeff" + ORDER,
            "a=b&c=%zz",
            "GET / HTTP/1.1\r\n\r\n");
    private static final List<String> HARMLESS = List.of(
            "X-Forwarded-Host: evil.example.com",
            "X-Forwarded-Proto: http",
            "X-Forwarded-For: 127.0.0.1",
            "X-Forwarded-Prefix: /evil",
            "X-Original-URL: /evil",
            "X-HTTP-Method-Override: DELETE",
            "Forwarded: for=1.2.3.4;host=evil.example.com;proto=http",
            "Cookie: JSESSIONID=0000evil; a=\"b",
            "Authorization: Basic eDp5",
            "Accept: application/json",
            "Accept-Encoding: gzip, br",
            "If-None-Match: *",
            "If-Modified-Since: Mon, 23 Nov 2026 12:00:00 GMT",
            "Range: bytes=0-1",
            "Referer: https://evil.example.com/",
            "Callback_Token: x",
            "X-Signature: x",
            "X-Long: " + "x".repeat(4000));
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json; charset=utf-16",
            "text/html",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/xml",
            "application/octet-stream",
            "image/png;q=0");

    /** Characters that a server must accept in a request, by RFC 3986. */
    private static final Pattern URL = Pattern.compile("[A-Za-z0-9._~:/?@!$&'()*+,;=%-]*");

    private static final Pattern PAYMENT = Pattern.compile("(?:^|&)payment=([^&]*)");

    private final Random random;
    private final WireDraft draft;
    private final List<Consumer<WireDraft>> changes = List.of(
            this::otherMethod,
            this::otherVersion,
            this::otherTarget,
            this::otherPrefix,
            this::otherCase,
            this::otherOrder,
            this::harmlessHeader,
            this::harmlessHeader,
            this::oddHeader,
            this::repeatedHeader,
            this::foldedHeader,
            this::otherType,
            this::chunked,
            this::oddFraming,
            this::lineFeeds,
            this::oddHost);

    private WireMutations(Random random, WireDraft draft) {
        this.random = random;
        this.draft = draft;
    }

    static WireCallback of(long seed) {
        MutatedCallback strict = Mutations.of(RULES, WireReading.STRICT, seed);
        boolean lenient = Mutations.of(RULES, WireReading.LENIENT, seed).believed();
        WireDraft.Verdict verdict =
                strict.believed() && URL.matcher(strict.urlSuffix()).matches()
                        ? WireDraft.Verdict.ACCEPTED
                        : strict.believed() || lenient ? WireDraft.Verdict.EITHER : WireDraft.Verdict.REJECTED;
        WireDraft draft = new WireDraft(PREFIX + strict.urlSuffix(), strict.headers(), verdict);
        draft.alone = isOdd(strict);
        new WireMutations(new Random(~seed), draft).change();
        if (draft.isGetOrPost()
                && Mutations.of(RULES, ShortHead.of(draft.headers), seed).believed()) {
            draft.allowAcceptance();
        }
        return new WireCallback(draft.bytes(), draft.verdict, event(Mutations.origin(RULES, seed)), draft.alone);
    }

    /**
     * Describes an event by kind, reference, payment id and date, as signed: an accepted callback fires what was
     * signed.
     */
    private static String event(Origin origin) {
        String urlSuffix = origin.urlSuffix();
        String query = urlSuffix.contains("?") ? urlSuffix.substring(urlSuffix.indexOf('?') + 1) : "";
        String payment = only(PAYMENT.matcher(query).results().map(found -> found.group(1)));
        String reference = only(Stream.of(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> decoded(pair[0]).equals("reference"))
                .map(pair -> pair.length == 2 ? decoded(pair[1]) : ""));
        return (urlSuffix.startsWith("/succeeded") ? "OrderSucceeded" : "OrderTimedOut") + " "
                + URLEncoder.encode(reference, StandardCharsets.UTF_8) + " "
                + (payment.matches("[0-9a-f]{32}") ? payment : "") + " " + instant(origin.date());
    }

    private static String instant(String date) {
        try {
            return OffsetDateTime.parse(date).toInstant().toString();
        } catch (RuntimeException e) {
            return "";
        }
    }

    /** Returns the only value, or none if there are several: it is unknown which of them was meant. */
    private static String only(Stream<String> values) {
        List<String> all = values.toList();
        return all.size() == 1 ? all.get(0) : "";
    }

    /** Decodes a text. A percent sign that begins no escape stands for itself. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static boolean isOdd(MutatedCallback callback) {
        Pattern odd = Pattern.compile("[\0-\u001f]");
        return Pattern.compile("[\0- ]").matcher(callback.urlSuffix()).find()
                || callback.headers().values().stream().flatMap(List::stream).anyMatch(value -> odd.matcher(value)
                        .find());
    }

    private void change() {
        draft.headers.add(random.nextInt(draft.headers.size() + 1), "Host: shop.example.com");
        if (random.nextInt(5) < 2) {
            draft.headers.add("Content-Type: application/json");
            draft.post(one(BODIES));
        }
        if (random.nextBoolean()) {
            changes.get(random.nextInt(changes.size())).accept(draft);
        }
    }

    private void otherMethod(WireDraft request) {
        request.method = one(List.of(
                "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "get", "Post", "GETT", "PROPFIND", "*", "G\0T"));
        if (request.isGetOrPost()) {
            request.allowRejection();
        } else {
            request.reject();
            request.alone = true;
        }
    }

    private void otherVersion(WireDraft request) {
        request.version = one(List.of(
                " HTTP/1.0",
                " HTTP/1.2",
                " HTTP/2.0",
                " HTTP/0.9",
                " http/1.1",
                " HTTP/1.1 ",
                "  HTTP/1.1",
                " HTTP/1",
                " HTTP/11",
                "",
                " ICAP/1.0",
                " HTTP/1.1 x",
                "\tHTTP/1.1"));
        if (request.version.equals(" HTTP/1.0")) {
            request.alone = true;
        } else {
            request.allowRejection();
        }
    }

    /** Uses another form of the request target; RFC 9112, 3.2. */
    private void otherTarget(WireDraft request) {
        request.target = one(List.of("http://shop.example.com", "http://evil.example.com:1", "https://x@evil", ""))
                + request.target;
        if (random.nextInt(4) == 0) {
            request.target += "#fragment";
        }
        request.allowRejection();
    }

    /** The prefix is not part of what is verified: a proxy may change it anyway. */
    private void otherPrefix(WireDraft request) {
        request.target = request.target.replace(
                PREFIX,
                one(List.of(
                        "/" + PREFIX,
                        "/hostile/./aurpay/callbacks",
                        "/hostile/x/../aurpay/callbacks",
                        "/hostile/aurpay/%63allbacks",
                        "/hostile;a=b/aurpay/callbacks",
                        "/hostile/aurpay;a=b/callbacks",
                        "/hostile/aurpay/callbacks;a=b",
                        "/hostile/aurpay//callbacks",
                        "/hostile/aurpay/callbacks/timed-out/../../callbacks",
                        "/hostile/aurpay/callbacks/timed-out/..;/../callbacks",
                        "/hostile/aurpay%2Fcallbacks",
                        "/HOSTILE/aurpay/callbacks",
                        "/other/aurpay/callbacks",
                        "/hostile/probe/callbacks")));
        request.allowRejection();
    }

    private void otherCase(WireDraft request) {
        request.headers.replaceAll(header -> {
            int colon = header.indexOf(':');
            String name = header.substring(0, colon);
            return (random.nextBoolean()
                            ? name.toLowerCase(java.util.Locale.ROOT)
                            : name.toUpperCase(java.util.Locale.ROOT))
                    + header.substring(colon);
        });
    }

    private void otherOrder(WireDraft request) {
        Collections.shuffle(request.headers, random);
    }

    private void harmlessHeader(WireDraft request) {
        request.headers.add(random.nextInt(request.headers.size() + 1), one(HARMLESS));
    }

    /** Adds a header that no well-meaning client sends. */
    private void oddHeader(WireDraft request) {
        request.headers.add(
                random.nextInt(request.headers.size() + 1),
                one(List.of(
                        "Accept: ///",
                        "Accept-Language: \u00e4;q=x",
                        "Expect: 100-continue",
                        "Expect: 200-ok",
                        "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\nConnection: Upgrade, HTTP2-Settings",
                        "no colon",
                        ": no name",
                        "Bad Name: x",
                        "X-Null: a\0b",
                        "X-Long: " + "x".repeat(200_000),
                        "Content-Type: ///",
                        "Content-Encoding: gzip")));
        request.allowRejection();
    }

    private void repeatedHeader(WireDraft request) {
        String header = one(request.headers.stream()
                .filter(line -> line.matches("(?s)(Callback-Token|Api-Key|Date|Signature): .*"))
                .toList());
        if (!header.isEmpty()) {
            int at = random.nextInt(request.headers.size() + 1);
            request.headers.add(at, random.nextBoolean() ? header : header.toLowerCase(java.util.Locale.ROOT));
            request.reject();
        }
    }

    private void foldedHeader(WireDraft request) {
        int at = random.nextInt(request.headers.size());
        String header = request.headers.get(at);
        request.headers.set(
                at,
                random.nextBoolean()
                        ? header.replaceFirst(": ", ":\r\n ")
                        : header.replaceFirst(": ", one(List.of(" : ", "\t: ", ":\0 ", ":\u00a0"))));
        request.allowRejection();
    }

    private void otherType(WireDraft request) {
        if (request.method.equals("GET")) {
            request.post(one(BODIES));
        }
        request.replaceHeader("Content-Type:", "Content-Type: " + one(TYPES));
    }

    private void chunked(WireDraft request) {
        request.method = "POST";
        request.replaceHeader("Content-Length:", "Transfer-Encoding: chunked");
        request.body = Integer.toHexString(ORDER.length()) + one(List.of("", ";x=y", ";x=\"\r\n")) + "\r\n" + ORDER
                + "\r\n0\r\n" + one(List.of("", "Signature: x\r\nCallback-Token: x\r\n")) + "\r\n";
        if (!request.body.matches("(?s)[0-9a-f]+\r\n.*0\r\n\r\n")) {
            request.allowRejection();
        }
    }

    /** Frames the body so that one server of a chain may see one request, and the next server another. */
    private void oddFraming(WireDraft request) {
        request.method = one(List.of("POST", "GET"));
        request.body = ORDER;
        request.replaceHeader(
                "Content-Length:",
                one(List.of(
                        "Transfer-Encoding: chunked\r\nContent-Length: 5",
                        "Transfer-Encoding: xchunked",
                        "Transfer-Encoding: identity, chunked",
                        "Transfer-Encoding : chunked",
                        "Content-Length: 0",
                        "Content-Length: 5\r\nContent-Length: " + ORDER.length(),
                        "Content-Length: " + ORDER.length() + "\r\nContent-Length: " + ORDER.length(),
                        "Content-Length: -1",
                        "Content-Length: +5",
                        "Content-Length: 0x5",
                        "Content-Length: 99999999999999999999")));
        request.allowRejection();
    }

    private void lineFeeds(WireDraft request) {
        request.lineEnd = one(List.of("\n", "\r", "\r\r\n"));
        request.allowRejection();
    }

    private void oddHost(WireDraft request) {
        request.headers.removeIf(header -> header.startsWith("Host:"));
        String host = one(List.of("", "Host:", "Host: evil.example.com:99999", "Host: a\r\nHost: b", "Host: <>"));
        if (!host.isEmpty()) {
            request.headers.add(host);
        }
        request.allowRejection();
    }

    private String one(List<String> values) {
        return values.isEmpty() ? "" : values.get(random.nextInt(values.size()));
    }
}
