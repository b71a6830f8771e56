package org.jianzheng.reporting.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jianzheng.records.number.SerialNumber;
import org.jianzheng.support.Clause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;

/** Who prepares what while they wait for the next number of a series. Each issuer is a thread, as each transaction is. */
class SeriesLineTest {

    private static final SerialNumber SERIES = new SerialNumber("HNT", "BJ01", 2026, 0);

    private final List<ExecutorService> issuers = new ArrayList<>();
    private SeriesLine line = new SeriesLine(2, Duration.ofMinutes(1));

    @AfterEach
    void everyoneGoesHome() {
        issuers.forEach(ExecutorService::shutdownNow);
    }

    @Test
    void theNextPreparesWhileTheFirstHoldsTheSeries() throws Exception {
        var first = new Issuer(7);
        first.takes(7);

        var second = new Issuer(7);

        assertThat(second.prepares()).isEqualTo(8);
        assertThat(second.waits()).isTrue();
        first.ends(TransactionSynchronization.STATUS_COMMITTED);
        assertThat(second.mayTake()).isEqualTo(8);
    }

    @Test
    void whoIsFarBehindPreparesOnlyWhenTheirTimeComes() throws Exception {
        var holder = new Issuer(1);
        holder.takes(1);
        var second = new Issuer(1);
        assertThat(second.prepares()).isEqualTo(2);
        var third = new Issuer(1);
        assertThat(third.prepares()).isEqualTo(3);

        var fourth = new Issuer(1);

        assertThat(fourth.waits()).isTrue();
        assertThat(fourth.prepared).isEmpty();
        holder.ends(TransactionSynchronization.STATUS_COMMITTED);
        second.takes(2);
        assertThat(fourth.prepares()).isEqualTo(4);
    }

    @Test
    @Clause("9.1.2")
    void aRollbackFreesTheNumberAndThoseBehindPrepareAgain() throws Exception {
        var first = new Issuer(7);
        first.takes(7);
        var second = new Issuer(7);
        assertThat(second.prepares()).isEqualTo(8);
        var third = new Issuer(7);
        assertThat(third.prepares()).isEqualTo(9);

        first.ends(TransactionSynchronization.STATUS_ROLLED_BACK);

        assertThat(second.mayTake()).isEqualTo(7);
        assertThat(third.prepares()).isEqualTo(8);
    }

    @Test
    @Clause("9.1.2")
    void whoFailsWhileWaitingLeavesNoGapEither() throws Exception {
        var first = new Issuer(7);
        first.takes(7);
        var second = new Issuer(7);
        assertThat(second.prepares()).isEqualTo(8);
        var third = new Issuer(7);
        assertThat(third.prepares()).isEqualTo(9);

        second.ends(TransactionSynchronization.STATUS_ROLLED_BACK);

        assertThat(third.prepares()).isEqualTo(8);
        first.ends(TransactionSynchronization.STATUS_COMMITTED);
        assertThat(third.mayTake()).isEqualTo(8);
    }

    @Test
    void aNumberThatAnotherNodeTookMovesEveryoneBehind() throws Exception {
        var first = new Issuer(7);
        var second = new Issuer(7);
        assertThat(second.prepares()).isEqualTo(8);

        first.takes(8);

        assertThat(second.prepares()).isEqualTo(9);
    }

    @Test
    void aCommitOfUnknownEndIsTakenForARollback() throws Exception {
        var first = new Issuer(7);
        first.takes(7);
        first.ends(TransactionSynchronization.STATUS_UNKNOWN);

        assertThat(new Issuer(7).mayTake()).isEqualTo(7);
        assertThat(new Issuer(8).prepares()).isEqualTo(9);
    }

    @Test
    void whoeverLosesPatienceGoesToTheRowWithoutATurn() throws Exception {
        line = new SeriesLine(1, Duration.ofMillis(200));
        var stuck = new Issuer(1);
        stuck.takes(1);

        assertThat(new Issuer(1).mayTake()).isEqualTo(2);
        assertThat(new Issuer(1).mayTake()).as("too far behind to prepare").isEqualTo(SeriesLine.NONE);
    }

    @Test
    void anInterruptedIssuerGoesToTheRowAndStaysInterrupted() throws Exception {
        var holder = new Issuer(1);
        holder.takes(1);
        var second = new Issuer(1);
        assertThat(second.waits()).isTrue();

        second.thread.interrupt();

        assertThat(second.mayTake()).isEqualTo(2);
        assertThat(second.interrupted).isTrue();
    }

    @Test
    void aTransactionThatIssuesTwiceDoesNotWaitForItself() throws Exception {
        var first = new Issuer(5);
        first.takes(5);
        var other = new Issuer(5);
        assertThat(other.prepares()).isEqualTo(6);

        assertThat(first.again()).isEqualTo(6);

        assertThat(other.prepares()).isEqualTo(7);
        assertThat(other.waits()).isTrue();
    }

    /** A transaction in a thread of its own, which joins at once and then does what it is told. */
    private final class Issuer {

        private final LinkedBlockingQueue<Integer> prepared = new LinkedBlockingQueue<>();
        private final ExecutorService own = Executors.newSingleThreadExecutor();
        private final Future<Integer> waiting;
        private volatile SeriesTurn turn;
        private volatile Thread thread;
        private volatile boolean interrupted;

        Issuer(int seen) throws Exception {
            issuers.add(own);
            own.submit(() -> {
                        thread = Thread.currentThread();
                        turn = joined(seen);
                    })
                    .get();
            waiting = own.submit(() -> waited(turn));
        }

        private SeriesTurn joined(int seen) {
            var joined = new SeriesTurn(line, SERIES);
            line.join(joined, seen);
            return joined;
        }

        private int waited(SeriesTurn whose) {
            var last = whose.whileWaiting(number -> {
                prepared.add(number.serial());
                return number.serial();
            });
            interrupted = Thread.currentThread().isInterrupted();
            return last == null ? SeriesLine.NONE : last;
        }

        /** The next serial that it prepares with. */
        int prepares() throws InterruptedException {
            Integer serial = prepared.poll(10, TimeUnit.SECONDS);
            assertThat(serial).as("prepares within ten seconds").isNotNull();
            return serial;
        }

        /** Does it wait for its turn, without anything to prepare? */
        boolean waits() throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            while (thread.getState() != Thread.State.TIMED_WAITING && System.nanoTime() < end) {
                Thread.sleep(1);
            }
            return !waiting.isDone() && thread.getState() == Thread.State.TIMED_WAITING;
        }

        /** What it was last prepared for when its turn came. */
        int mayTake() throws Exception {
            return waiting.get(10, TimeUnit.SECONDS);
        }

        void takes(int serial) throws Exception {
            mayTake();
            turn.took(SERIES.withSerial(serial));
        }

        void ends(int status) {
            turn.afterCompletion(status);
        }

        int again() throws Exception {
            return own.submit(() -> waited(joined(1))).get(10, TimeUnit.SECONDS);
        }
    }
}
