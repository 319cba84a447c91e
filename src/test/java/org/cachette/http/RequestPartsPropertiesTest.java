package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.http.Given.NOW;
import static org.cachette.http.Given.PAGE;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** What comes from clients: nothing makes it fail, and no two visitors are mistaken for each other. */
final class RequestPartsPropertiesTest {

    private static final QueryRule SORTED_TRACKING =
            QueryRule.WHOLE.sortedByName().ignoring(List.of("utm_*"));

    @Property
    void aRuleForQueriesIsDoneOnce(@ForAll("line") String query) {
        Optional<String> once = SORTED_TRACKING.apply(query);

        assertThat(SORTED_TRACKING.apply(once.orElse(null))).isEqualTo(once);
    }

    @Property
    void theCanonicalQueryIsItsOwn(@ForAll("line") String query) {
        NoVarySearch search = NoVarySearch.allBut(Set.of("a")).inAnyOrder();
        Optional<String> once = search.canonicalQuery(query);

        assertThat(search.canonicalQuery(once.orElse(null))).isEqualTo(once);
    }

    @Property
    void acceptedCodingsAreFewUnlessTheyAreOdd(@ForAll("lines") List<String> lines) {
        String key = AcceptedCodings.of(lines, List.of("gzip", "br")).key().orElse("");

        if (!key.startsWith("as sent:")) {
            assertThat(List.of("gzip", "br", "identity", "")).containsAll(List.of(key.split(",", -1)));
        }
    }

    /** Each server reads one of the values of some reading; all of them are told apart by the key. */
    @Property
    void requestsWithEqualCookieKeysAreReadAlike(@ForAll("cookies") String one, @ForAll("cookies") String other) {
        if (key(one).equals(key(other))) {
            assertThat(readings(one)).isEqualTo(readings(other));
        }
    }

    private static String key(String cookies) {
        return RequestCookies.parse(List.of(cookies)).keyPart(List.of("m"));
    }

    private static List<List<String>> readings(String cookies) {
        return List.of(values(cookies, ";"), values(cookies, "[;,]"), values(cookies, "; "));
    }

    private static List<String> values(String cookies, String separator) {
        List<String> values = new ArrayList<>();
        for (String pair : cookies.split(separator, -1)) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2 && parts[0].trim().equals("m")) {
                values.add(parts[1].trim());
            }
        }
        return values;
    }

    @Property
    @Tag("R9110-50")
    void rangesLieInsideTheContent(@ForAll("lines") List<String> lines, @ForAll @IntRange(max = 50) int length) {
        StoredResponse stored = new StoredResponse(200, Map.of(), new byte[length], NOW, NOW);
        RequestHead request = new RequestHead("GET", PAGE, Map.of("Range", lines, "If-Range", List.of()));
        RangeAnswer answer = RangeAnswer.of(stored, request);

        assertThat(answer.slices()).allSatisfy(slice -> assertThat(slice.offset() + slice.length())
                .isLessThanOrEqualTo(slice.bytes().length));
    }

    @Property
    @Tag("R9110-45")
    void anAnswerOfPartsIsNeverMuchLongerThanTheContent(@ForAll("ranges") List<String> ranges) {
        StoredResponse stored = new StoredResponse(200, Map.of(), new byte[100], NOW, NOW);
        RequestHead request =
                new RequestHead("GET", PAGE, Map.of("Range", List.of("bytes=" + String.join(",", ranges))));
        RangeAnswer answer = RangeAnswer.of(stored, request);

        assertThat(answer.status()).isIn(200, 206, 416);
        assertThat(answer.length()).isLessThan(100 + 100L * (ByteRanges.MOST + 1));
    }

    @Property
    @Tag("R9111-82")
    void invalidationStaysOnTheOrigin(@ForAll("lines") List<String> lines) {
        ResponseHead response = new ResponseHead(200, Map.of("Location", lines, "Content-Location", lines));
        Invalidation invalidation = Invalidation.of(new RequestHead("POST", PAGE, Map.of()), response);

        assertThat(invalidation.uris()).contains(PAGE).allSatisfy(uri -> assertThat(uri.getRawAuthority())
                .isEqualTo(PAGE.getRawAuthority()));
    }

    @Property
    void anyTargetCanBeInvalidated(@ForAll("paths") String path) {
        URI target = URI.create("http://h" + path);

        assertThat(Invalidation.of(new RequestHead("PUT", target, Map.of()), new ResponseHead(200, Map.of()))
                        .uris())
                .contains(target);
    }

    @Provide
    Arbitrary<String> line() {
        return FieldTexts.line();
    }

    @Provide
    Arbitrary<List<String>> lines() {
        return FieldTexts.lines();
    }

    @Provide
    Arbitrary<String> cookies() {
        return Arbitraries.of("m", "=", ";", "; ", ",", " ", "1", "2", "\"", "\\", "m=1", "n=3")
                .list()
                .ofMaxSize(7)
                .map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<List<String>> ranges() {
        return Arbitraries.of("0-0", "0-", "5-9", "90-", "-1", "-50", "200-", "50-60", "99-99", "1-98")
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.of("/", "a", "..", ".", "%2f", "%7E", "%41", "b;c=1", "%c3%a9")
                .list()
                .ofMaxSize(8)
                .map(pieces -> "/" + String.join("", pieces));
    }
}
