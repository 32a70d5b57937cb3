package fovea.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class MemoryPlanTest {
    @Test
    void aChainOfFunctionsTakesTheMemoryOfOneTensor() {
        Tape tape = new Tape();
        Tensor x = tape.given(tape.scratch(16, 4));
        Elements e = new Elements(tape);
        Tensor y = e.exp(e.scale(2, e.sigmoid(x)));
        tape.keep(y);
        MemoryPlan plan = new MemoryPlan(tape);
        assertEquals(64, plan.length());
        assertEquals(plan.place(x.storage()), plan.place(y.storage()));
    }

    @Test
    void whatIsReadLaterIsNotOverwritten() {
        Tape tape = new Tape();
        Tensor x = tape.given(tape.scratch(100));
        Elements e = new Elements(tape);
        Tensor a = e.exp(x);
        Tensor b = e.tanh(a);
        Tensor c = e.add(e.multiply(b, b), a);
        tape.keep(c);
        MemoryPlan plan = new MemoryPlan(tape);
        assertTrue(Math.abs(plan.place(a.storage()) - plan.place(b.storage())) >= 100);
        assertEquals(2 * 112, plan.length());
    }

    @Test
    void tensorsThatLiveAtTheSameTimeNeverMeet() {
        Tape tape = new Tape();
        List<Tensor> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Tensor result = tape.scratch(17 + 13 * (i % 7));
            List<Tensor> inputs =
                    i < 3 ? List.of() : List.of(all.get(i / 2), all.get(i - 1), all.get(i - 3));
            tape.call(Kernel.Custom.of("any"), inputs, result);
            all.add(result);
        }
        MemoryPlan plan = new MemoryPlan(tape);
        for (int i = 0; i < all.size(); i++) {
            for (int k = 0; k < i; k++) {
                if (last(tape, all.get(k)) >= i) {
                    long first = plan.place(all.get(k).storage());
                    long second = plan.place(all.get(i).storage());
                    assertTrue(
                            first + all.get(k).length() <= second
                                    || second + all.get(i).length() <= first,
                            k + " meets " + i);
                }
            }
        }
    }

    private static int last(Tape tape, Tensor tensor) {
        int last = -1;
        for (int i = 0; i < tape.calls().size(); i++) {
            Call call = tape.calls().get(i);
            if (call.inputs().contains(tensor) || call.outputs().contains(tensor)) {
                last = i;
            }
        }
        return last;
    }
}
