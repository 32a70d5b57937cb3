package fovea.app.frame;

import org.kordamp.ikonli.Ikon;

import java.util.List;

/// What a place shows before there is anything: one picture, one sentence, one main button, and
/// links to things worth trying.
public record EmptyState(Ikon icon, String sentenceKey, Command main, List<Command> links) {
    public EmptyState {
        links = List.copyOf(links);
    }
}
