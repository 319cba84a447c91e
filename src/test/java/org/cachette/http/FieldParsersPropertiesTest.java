package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cachette.http.Given.NOW;
import static org.cachette.http.Given.PAGE;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** No text makes a parser fail, and what was read is read again from its print. */
final class FieldParsersPropertiesTest {

    @Property
    void cacheControl(@ForAll("lines") List<String> lines) {
        CacheDirectives read = CacheDirectives.parse(lines);

        assertThat(CacheDirectives.parse(read.toString())).isEqualTo(read);
        assertThat(Tokens.hasControls(read.toString())).isFalse();
    }

    @Property
    void vary(@ForAll("lines") List<String> lines) {
        VaryFields read = VaryFields.parse(lines);

        assertThat(VaryFields.parse(List.of(read.toString()))).isEqualTo(read);
    }

    @Property
    void entityTags(@ForAll("lines") List<String> lines) {
        EntityTags read = EntityTag.parseList(lines);
        List<String> printed = read.tags().stream().map(EntityTag::toString).toList();

        assertThat(EntityTag.parseList(List.of(String.join(", ", printed))).tags())
                .isEqualTo(read.tags());
        read.tags().forEach(tag -> assertThat(EntityTag.parse(tag.toString())).hasValue(tag));
    }

    @Property
    void dates(@ForAll("line") String line) {
        HttpDates.parse(line).ifPresent(read -> assertThat(HttpDates.parse(HttpDates.format(read)))
                .hasValue(read));
    }

    @Property
    void targetedFields(@ForAll("lines") List<String> lines) {
        TargetedDirectives.parse(lines).ifPresent(read -> assertThat(Tokens.hasControls(read.toString()))
                .isFalse());
    }

    @Property
    void cacheGroups(@ForAll("lines") List<String> lines) {
        List<String> read = CacheGroups.parse(lines);

        assertThat(CacheGroups.format(read, Integer.MAX_VALUE).map(List::of).map(CacheGroups::parse))
                .hasValue(read);
    }

    @Property
    void noVarySearch(@ForAll("lines") List<String> lines) {
        NoVarySearch read = NoVarySearch.parse(lines);

        assertThat(NoVarySearch.parse(List.of(read.toString()))).isEqualTo(read);
    }

    @Property
    @Tag("R9211-1")
    void cacheStatus(@ForAll("lines") List<String> lines, @ForAll String text) {
        CacheStatus status = CacheStatus.hit().withKey(text).withDetail(text);
        List<String> appended = status.appendedTo(lines, text);

        assertThat(StructuredFields.parseList(appended)).isPresent();
        assertThat(appended.get(appended.size() - 1)).isEqualTo(status.member(text));
    }

    @Property
    void requestDirectives(@ForAll("lines") List<String> lines) {
        RequestHead request = new RequestHead("GET", PAGE, Map.of("Cache-Control", lines, "Pragma", lines));

        assertThat(RequestDirectives.of(request).maxAge().filter(time -> time.isNegative()))
                .isEmpty();
    }

    @Property
    void agesAndLifetimes(@ForAll("lines") List<String> lines) {
        ResponseHead response =
                new ResponseHead(200, Map.of("Age", lines, "Date", lines, "Expires", lines, "Last-Modified", lines));
        EffectiveControl control = EffectiveControl.of(response.headers(), List.of("Age"));

        assertThat(ResponseAge.initial(response, NOW, NOW).isNegative()).isFalse();
        assertThat(FreshnessLifetime.of(response, control, Heuristic.TENTH, NOW)
                        .lifetime()
                        .isNegative())
                .isFalse();
    }

    @Provide
    Arbitrary<String> line() {
        return FieldTexts.line();
    }

    @Provide
    Arbitrary<List<String>> lines() {
        return FieldTexts.lines();
    }
}
