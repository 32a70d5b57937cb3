package fovea.imports;

import java.util.List;

/// A tensor in a file, read when it is needed.
public interface FileTensor {
    /// Where it is, for messages.
    String place();

    List<Integer> shape();

    /// Its elements, the last axis fastest.
    ///
    /// @throws fovea.problem.InvalidInputException if the file is damaged there
    float[] read();

    /// Numbers that stand in the file's description.
    static FileTensor of(String place, List<Double> values) {
        return new FileTensor() {
            @Override
            public String place() {
                return place;
            }

            @Override
            public List<Integer> shape() {
                return List.of(values.size());
            }

            @Override
            public float[] read() {
                float[] numbers = new float[values.size()];
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = values.get(i).floatValue();
                }
                return numbers;
            }
        };
    }
}
