package fovea.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.component.Component;
import fovea.engine.Engine;
import fovea.problem.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

class PluginsTest {
    @TempDir Path folder;

    @Test
    void findsTheCorePluginFirst() {
        Plugins plugins = Plugins.discover();
        assertEquals("core", plugins.all().getFirst().name());
        assertEquals(List.of(), plugins.problems());
        assertTrue(plugins.engines().containsKey("torch"));
    }

    @Test
    void leavesOutPluginsThatDoNotWorkAndTellsThem() throws IOException {
        Plugins plugins =
                discover(
                        "no.such.Plugin",
                        PluginsTest.class.getName(),
                        Throwing.class.getName(),
                        Incomplete.class.getName(),
                        Fine.class.getName());
        List<String> names = plugins.all().stream().map(Plugin::name).toList();
        assertTrue(names.containsAll(List.of("core", "fine")), names::toString);
        assertFalse(names.contains("throwing") || names.contains("incomplete"), names::toString);
        List<String> causes = plugins.problems().stream().map(Problem::cause).toList();
        assertEquals(4, causes.size(), causes::toString);
        assertTrue(causes.get(0).contains("no.such.Plugin not found"), causes::toString);
        assertTrue(causes.get(1).contains("PluginsTest not a subtype"), causes::toString);
        assertTrue(causes.get(2).contains("out of luck"), causes::toString);
        assertTrue(causes.get(3).contains("no/such/Part"), causes::toString);
    }

    @Test
    void tellsTheFileOfAPluginThatDoesNotWork() throws IOException {
        Problem problem = discover(Throwing.class.getName()).problems().getFirst();
        String file = Throwing.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        assertEquals(file, problem.place());
    }

    @Test
    void goesOnAfterAListOfPluginsThatCannotBeRead() throws IOException {
        Plugins plugins = discover("two words", Fine.class.getName());
        assertEquals("core", plugins.all().getFirst().name());
        assertEquals(1, plugins.problems().size());
    }

    @Test
    void secondEngineOfANameIsLeftOutAndTold() throws IOException {
        Plugins plugins = discover(Fine.class.getName(), Copycat.class.getName());
        assertTrue(plugins.engines().keySet().containsAll(List.of("torch", "own")));
        assertEquals(
                List.of(
                        "plugin copycat: 'own' is already given by another;"
                                + " remove one of the two plugins"),
                plugins.problems().stream().map(Problem::message).toList());
    }

    private Plugins discover(String... classes) throws IOException {
        Path list = folder.resolve("META-INF/services/" + Plugin.class.getName());
        Files.createDirectories(list.getParent());
        Files.write(list, List.of(classes));
        URL[] place = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(place, getClass().getClassLoader())) {
            return Plugins.discover(loader);
        }
    }

    private static Engine noEngine() {
        throw new UnsupportedOperationException();
    }

    public static final class Fine implements Plugin {
        @Override
        public String name() {
            return "fine";
        }

        @Override
        public Map<String, Supplier<Engine>> engines() {
            return Map.of("own", PluginsTest::noEngine);
        }
    }

    public static final class Copycat implements Plugin {
        @Override
        public String name() {
            return "copycat";
        }

        @Override
        public Map<String, Supplier<Engine>> engines() {
            return Map.of("own", PluginsTest::noEngine);
        }
    }

    public static final class Throwing implements Plugin {
        public Throwing() {
            throw new IllegalStateException("out of luck");
        }

        @Override
        public String name() {
            return "throwing";
        }
    }

    public static final class Incomplete implements Plugin {
        @Override
        public String name() {
            return "incomplete";
        }

        @Override
        public List<Class<? extends Component>> components() {
            throw new NoClassDefFoundError("no/such/Part");
        }
    }
}
