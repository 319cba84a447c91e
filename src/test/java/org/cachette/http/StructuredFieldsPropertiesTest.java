package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cachette.http.StructuredMember.InnerList;
import org.cachette.http.StructuredMember.Item;

final class StructuredFieldsPropertiesTest {

    private static final long GREATEST = 999_999_999_999_999L;

    @Property
    void readingNeverFailsAndWhatIsReadIsWrittenAsItIsRead(@ForAll("lines") List<String> lines) {
        StructuredFields.parseList(lines)
                .ifPresent(list -> assertThat(StructuredFields.parseList(List.of(StructuredFields.serialise(list))))
                        .hasValue(list));
        StructuredFields.parseDictionary(lines).ifPresent(members -> assertThat(
                        StructuredFields.parseDictionary(List.of(StructuredFields.serialise(members))))
                .hasValue(members));
        StructuredFields.parseItem(lines)
                .ifPresent(item -> assertThat(StructuredFields.parseItem(List.of(item.toString())))
                        .hasValue(item));
    }

    @Property(tries = 300)
    void whateverIsWrittenIsReadAsItWas(@ForAll("members") List<StructuredMember> list) {
        assertThat(StructuredFields.parseList(List.of(StructuredFields.serialise(list))))
                .hasValue(list);
    }

    @Property(tries = 300)
    void dictionariesToo(@ForAll("dictionaries") Map<String, StructuredMember> members) {
        assertThat(StructuredFields.parseDictionary(List.of(StructuredFields.serialise(members))))
                .hasValue(members);
    }

    @Provide
    Arbitrary<List<String>> lines() {
        return FieldTexts.lines();
    }

    @Provide
    Arbitrary<List<StructuredMember>> members() {
        return member().list().ofMaxSize(4);
    }

    @Provide
    Arbitrary<Map<String, StructuredMember>> dictionaries() {
        return Arbitraries.maps(key(), member()).ofMaxSize(4);
    }

    private static Arbitrary<StructuredMember> member() {
        Arbitrary<Item> item = Combinators.combine(value(), parameters()).as(Item::new);
        Arbitrary<InnerList> inner =
                Combinators.combine(item.list().ofMaxSize(3), parameters()).as(InnerList::new);
        return Arbitraries.oneOf(item.map(StructuredMember.class::cast), inner.map(StructuredMember.class::cast));
    }

    private static Arbitrary<Map<String, StructuredValue>> parameters() {
        return Arbitraries.maps(key(), value()).ofMaxSize(2);
    }

    private static Arbitrary<String> key() {
        return Combinators.combine(
                        Arbitraries.of("a", "k", "*"),
                        Arbitraries.strings().withChars("abz019_-.*").ofMaxLength(5))
                .as(String::concat);
    }

    private static Arbitrary<StructuredValue> value() {
        Arbitrary<Long> number = Arbitraries.longs().between(-GREATEST, GREATEST);
        return Arbitraries.oneOf(List.of(
                number.map(StructuredValue.Whole::new),
                number.map(StructuredValue.Moment::new),
                number.map(n -> new StructuredValue.Decimal(BigDecimal.valueOf(n, 3))),
                Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(20).map(StructuredValue.Text::new),
                Arbitraries.of("a", "*", "Foo/bar:1", "t-x").map(StructuredValue.Token::new),
                Arbitraries.of(true, false).map(StructuredValue.Flag::new),
                Arbitraries.strings()
                        .withCharRange('\u0000', '\ud7ff')
                        .ofMaxLength(20)
                        .map(StructuredValue.DisplayText::new),
                Arbitraries.bytes()
                        .array(byte[].class)
                        .ofMaxSize(20)
                        .map(bytes ->
                                new StructuredValue.Bytes(Base64.getEncoder().encodeToString(bytes)))));
    }
}
