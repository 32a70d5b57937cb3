package fovea.app.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.paint.Color;

import org.junit.jupiter.api.Test;

class ClassColorsTest {
    @Test
    void everyOneOfManyClassesHasAColour() {
        for (int i = 0; i < 500; i++) {
            assertEquals(Color.web(ClassColors.css(i)), ClassColors.of(i));
        }
    }

    @Test
    void theFirstAreOkabeAndItosAndNoTwoOfTenAreAlike() {
        assertEquals("#0072b2", ClassColors.css(0));
        for (int a = 0; a < 10; a++) {
            for (int b = 0; b < a; b++) {
                assertTrue(distance(a, b) > 0.15, a + " and " + b);
            }
        }
    }

    private static double distance(int a, int b) {
        Color one = ClassColors.of(a);
        Color other = ClassColors.of(b);
        double red = one.getRed() - other.getRed();
        double green = one.getGreen() - other.getGreen();
        double blue = one.getBlue() - other.getBlue();
        return Math.sqrt(red * red + green * green + blue * blue);
    }
}
