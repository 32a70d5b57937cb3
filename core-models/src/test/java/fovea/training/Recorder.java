package fovea.training;

import java.util.ArrayList;
import java.util.List;

/// Remembers events.
public final class Recorder implements Hook {
    private final List<TrainEvent> events = new ArrayList<>();

    @Override
    public void on(TrainEvent event) {
        events.add(event);
    }

    public List<TrainEvent> events() {
        return List.copyOf(events);
    }

    public <T extends TrainEvent> List<T> of(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
