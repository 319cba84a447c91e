package org.cachette;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The plan of the house: packages lowest first, each using only those that stand before it. */
final class PackagesTest {

    private static final List<String> ORDER = List.of(
            "org.cachette.http",
            "org.cachette.annotation",
            "org.cachette",
            "org.cachette.backend",
            "org.cachette.backend.memory",
            "org.cachette.backend.file",
            "org.cachette.backend.database",
            "org.cachette.backend.memcached",
            "org.cachette.backend.redis",
            "org.cachette.backend.jcache",
            "org.cachette.backend.tiered",
            "org.cachette.backend.dummy",
            "org.cachette.config",
            "org.cachette.named",
            "org.cachette.page",
            "org.cachette.fragment",
            "org.cachette.fragment.freemarker",
            "org.cachette.fragment.thymeleaf",
            "org.cachette.fragment.jsp",
            "org.cachette.fragment.facelets",
            "org.cachette.value",
            "org.cachette.jaxrs",
            "org.cachette.cdi");

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.cachette");

    @Test
    void everyPackageIsOnTheList() {
        assertThat(HOUSE.stream().map(type -> type.getPackageName()).distinct()).isSubsetOf(ORDER);
    }

    @Test
    void aPackageUsesOnlyThoseThatStandBeforeIt() {
        for (int i = 0; i < ORDER.size() - 1; i++) {
            String[] above = ORDER.subList(i + 1, ORDER.size()).toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ORDER.get(i))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(above)
                    .allowEmptyShould(true)
                    .check(HOUSE);
        }
    }

    @Test
    void backendsNeverUseEachOther() {
        slices().matching("org.cachette.backend.(*)")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void packagesHaveNoCircles() {
        slices().matching("org.cachette.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void theRulesOfHttpUseNothingButTheJdk() {
        ArchRule rule = classes()
                .that()
                .resideInAPackage("org.cachette.http")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify.annotations", "org.cachette.http"));
        rule.check(HOUSE);
    }

    @Test
    void theRulesOfHttpReadNoClock() {
        noClasses()
                .that()
                .resideInAPackage("org.cachette.http")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(HOUSE);
    }

    @Test
    void everyPackageSaysWhatItIsForAndIsNullMarked() {
        Map<String, Boolean> marked = new TreeMap<>(HOUSE.stream()
                .map(type -> type.getPackage())
                .distinct()
                .collect(Collectors.toMap(
                        p -> p.getName(), p -> p.isAnnotatedWith("org.jspecify.annotations.NullMarked"), (a, b) -> a)));

        assertThat(marked).allSatisfy((name, isMarked) -> assertThat(isMarked).isTrue());
    }

    @Test
    void noClassHoldsStaticMutableState() {
        classes().should(OnlyFinalStatics.haveOnlyFinalStaticFields()).check(HOUSE);
    }
}
