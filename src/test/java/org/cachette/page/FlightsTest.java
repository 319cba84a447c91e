package org.cachette.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cachette.backend.ManualClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who leads, who waits, and what becomes of them; real threads. */
final class FlightsTest {

    private static final int CROWD = 20;

    private final ManualClock clock = new ManualClock();
    private final Flights flights = new Flights(Duration.ofMinutes(1), clock);

    @Test
    void whoComesMeanwhileLooksAgainOnceThePageIsStored() throws Exception {
        Flight leader = leads(flights);
        Waiters<Optional<Flight>> waiters = crowd(flights);

        leader.land(Landing.STORED);

        assertThat(waiters.results()).containsOnly(Optional.empty());
        leads(flights);
    }

    @Test
    void otherKeysDoNotWait() {
        leads(flights);

        assertThat(flights.board("other", flights.deadline())).isNotNull();
    }

    @Test
    void anAnswerForNobodyElseSendsEachItsOwnWay() throws Exception {
        Flight leader = leads(flights);
        Waiters<Optional<Flight>> waiters = crowd(flights);

        leader.land(Landing.UNSHARED);

        assertThat(attempts(waiters.results())).containsOnly(0);
    }

    @Test
    void nobodyQueuesAgainForAKeyWhoseAnswersAreForNobodyElseUntilItIsForgotten() throws Exception {
        leads(flights).land(Landing.UNSHARED);

        assertThat(board(flights).attempt()).isZero();
        assertThat(board(flights).attempt()).isZero();
        clock.pass(UnsharedKeys.KEPT);
        Flight leader = leads(flights);
        Waiters<Optional<Flight>> waiters = crowd(flights);
        leader.land(Landing.STORED);
        assertThat(waiters.results()).containsOnly(Optional.empty());
    }

    @Test
    void oneOfThoseWhoWaitTakesOverFromALeaderThatFailed() throws Exception {
        Flight leader = leads(flights);
        Waiters<Optional<Flight>> waiters = crowd(flights);

        leader.land(Landing.FAILED);

        waiters.awaitWaiting(CROWD - 1);
        List<Optional<Flight>> first = waiters.results(1);
        assertThat(attempts(first)).containsExactly(2);
        first.get(0).orElseThrow().land(Landing.STORED);
        assertThat(waiters.results().stream().filter(Optional::isEmpty)).hasSize(CROWD - 1);
    }

    @Test
    void afterASecondFailureEachGoesItsOwnWay() throws Exception {
        Flight leader = leads(flights);
        Waiters<Optional<Flight>> waiters = crowd(flights);
        leader.land(Landing.FAILED);
        waiters.awaitWaiting(CROWD - 1);

        waiters.results(1).get(0).orElseThrow().land(Landing.FAILED);

        assertThat(attempts(waiters.results())).hasSize(CROWD).contains(2).contains(0);
        assertThat(board(flights).attempt()).isZero();
    }

    @Test
    void aFailureForWhichNobodyWaitsIsForgotten() {
        leads(flights).land(Landing.FAILED);

        leads(flights);
    }

    @Test
    void oneTakesOverFromALeaderThatHangs() throws Exception {
        Flights brief = new Flights(Duration.ofSeconds(4), clock);
        leads(brief);
        Waiters<Optional<Flight>> waiters = crowd(brief);

        List<Optional<Flight>> first = waiters.results(1);
        assertThat(attempts(first)).containsExactly(2);
        first.get(0).orElseThrow().land(Landing.UNSHARED);

        assertThat(attempts(waiters.results())).containsOnlyOnce(2).containsOnly(2, 0);
    }

    @Test
    @Tag("RLEASE-3")
    void nobodyWaitsLongerThanTheDeadlineWhereAllHang() throws Exception {
        Flights brief = new Flights(Duration.ofMillis(600), clock);
        leads(brief);
        long begun = System.nanoTime();
        Waiters<Optional<Flight>> waiters = crowd(brief);

        assertThat(attempts(waiters.results())).hasSize(CROWD).containsOnlyOnce(2);
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(Duration.ofMillis(550), Duration.ofSeconds(3));
    }

    @Test
    void aKeyWhoseLeadersBothHungIsRemembered() {
        Flights brief = new Flights(Duration.ofMillis(20), clock);
        leads(brief);
        assertThat(board(brief).attempt()).isEqualTo(2);

        long begun = System.nanoTime();
        Flight third = board(brief);
        assertThat(third.attempt()).isZero();
        assertThat(System.nanoTime() - begun).isLessThan(Duration.ofSeconds(2).toNanos());
        assertThat(board(brief).attempt()).isZero();
    }

    @Test
    void aLateLeaderFreesThoseWhoWaitForItsSuccessor() throws Exception {
        Flights brief = new Flights(Duration.ofSeconds(4), clock);
        Flight late = leads(brief);
        Waiters<Optional<Flight>> waiters = crowd(brief);
        waiters.results(1);
        waiters.awaitWaiting(CROWD - 1);

        late.land(Landing.UNSHARED);

        assertThat(attempts(waiters.results())).containsOnlyOnce(2).containsOnly(2, 0);
    }

    @Test
    void onlyTheFirstLandingIsHeard() {
        Flight flight = leads(flights);
        flight.land(Landing.STORED);

        flight.land(Landing.UNSHARED);

        leads(flights);
    }

    @Test
    void whoIsInterruptedGoesItsOwnWayAndStaysInterrupted() throws Exception {
        leads(flights);
        Waiters<Boolean> waiters = Waiters.waiting(
                1, () -> board(flights).attempt() == 0 && Thread.currentThread().isInterrupted());

        waiters.interrupt();

        assertThat(waiters.results()).containsOnly(true);
    }

    @Test
    void flightsThatNobodyEndsDoNotPileUp() {
        Flights brief = new Flights(Duration.ofNanos(2), clock);
        for (int i = 0; i < 10_000; i++) {
            assertThat(Objects.requireNonNull(brief.board("key" + i, brief.deadline()))
                            .attempt())
                    .isEqualTo(1);
        }
        for (int i = 0; i < 5_000; i++) {
            flights.board("key" + i, flights.deadline());
        }
        assertThat(Objects.requireNonNull(flights.board("one more", flights.deadline()))
                        .attempt())
                .isZero();
    }

    private static Flight leads(Flights flights) {
        Flight flight = board(flights);
        assertThat(flight.attempt()).isEqualTo(1);
        return flight;
    }

    private static Flight board(Flights flights) {
        return Objects.requireNonNull(flights.board("key", flights.deadline()));
    }

    private static Waiters<Optional<Flight>> crowd(Flights flights) {
        return Waiters.waiting(CROWD, () -> Optional.ofNullable(flights.board("key", flights.deadline())));
    }

    private static List<Integer> attempts(List<Optional<Flight>> flights) {
        return flights.stream()
                .map(flight -> flight.map(Flight::attempt).orElse(-1))
                .toList();
    }
}
