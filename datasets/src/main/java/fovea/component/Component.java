package fovea.component;

/// A part of an experiment that is chosen by name: a record whose fields are its configuration.
///
/// The name is the record's simple name in kebab case (`RandomFlip` is `random-flip`) unless
/// [Named] says otherwise. Each field should carry [Help]; it has [Default] if it may be left out
/// and [Range] if it is a bounded number. A record checks what one field cannot say in its compact
/// constructor and throws [IllegalArgumentException] with the cause and the cure.
public interface Component {}
