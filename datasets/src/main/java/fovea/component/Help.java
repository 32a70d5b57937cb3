package fovea.component;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// One English sentence for the person who sets the value: what it does, its unit, and when to
/// change it. On a record it says what the component is, with its paper.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface Help {
    String value();
}
