package fovea.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fovea.problem.Problem;

import javafx.beans.value.ObservableValue;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class PhrasebookTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("%(\\d\\$)?[-.0-9]*[a-zA-Z]");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private final Texts texts = new Texts(Language.CHINESE);
    private final Map<String, String> sentences = texts.sentences(Language.CHINESE);

    @Test
    void everySentenceIsFoundWithItsValuesAgain() {
        Map<String, String> wrong = new TreeMap<>();
        sentences.forEach(
                (english, chinese) -> {
                    List<String> values =
                            IntStream.range(0, count(english)).mapToObj(i -> "90" + i).toList();
                    String expected = new Phrase(english, chinese).say(values);
                    String said = texts.translate(new Phrase(english, english).say(values));
                    // Punctuation without a known sentence around it stays as it is.
                    if (!said.equals(expected) && !isJoint(english)) {
                        wrong.put(english, said);
                    }
                });
        assertEquals(Map.of(), wrong);
    }

    @Test
    void chineseIsChineseAndTakesAsManyValues() {
        assertTrue(sentences.size() > 400);
        sentences.forEach(
                (english, chinese) -> {
                    assertEquals(count(english), count(chinese), english);
                    assertTrue(
                            HAN.matcher(chinese).find() || isJoint(english),
                            english + " is not translated: " + chinese);
                });
    }

    @Test
    void pathsNumbersAndQuotedNamesSurvive() {
        assertEquals("图像“a b.png”有 3 个标签", texts.translate("image 'a b.png' has 3 labels"));
        assertEquals(
                "无法保存（没有 /disk/a;b: c.txt）",
                texts.translate("it could not be saved (there is no /disk/a;b: c.txt)"));
        assertEquals("类别“the loss”出现了两次", texts.translate("class 'the loss' is there twice"));
    }

    @Test
    void aValueMayComeInAnotherOrder() {
        assertEquals(
                "从第 7 号起，连续 20 个样本都无法读取",
                texts.translate("none of 20 samples in a row, from number 7 on, can be read"));
    }

    @Test
    void sentencesWithinSentencesAreSaidToo() {
        assertEquals(
                "optimizer.lr：空值不是数字",
                texts.translate("optimizer.lr: an empty value is not a number"));
        assertEquals(
                "节点“conv1”：x N×3×32×32：权重与 x 的通道数不符；请使通道数相等",
                texts.translate(
                        "node 'conv1': x N×3×32×32: the weight does not fit the channels of x;"
                                + " make the channels equal"));
    }

    @Test
    void everyLineOfAMessageIsSaid() {
        assertEquals(
                "a.png：文件是空的；请重新复制或下载\nb.png：文件是空的；请重新复制或下载",
                texts.translate(
                        "a.png: the file is empty; copy or download it again\n"
                                + "b.png: the file is empty; copy or download it again"));
    }

    @Test
    void whatNobodyTranslatedStaysAsItIs() {
        for (String foreign :
                List.of("", " ", "[Errno 2] nope: gone; so", "failed to load 3 files", "你好")) {
            assertEquals(foreign, texts.translate(foreign));
        }
    }

    @Test
    void aPathIsNoSentenceWhateverItIsCalled() {
        Problem problem = new Problem("part 1/images", "the file is empty", "");
        assertEquals("part 1/images", texts.translate(problem).place());
        assertEquals("文件是空的", texts.translate(problem).cause());
        assertEquals("", texts.translate(problem).cure());
    }

    @Test
    void aProblemFollowsTheLanguage() {
        ObservableValue<Problem> problem =
                texts.bind(
                        new Problem("part test", "the dataset has no such part", "check the path"));
        assertEquals(new Problem("部分 test", "数据集没有这个部分", "请检查路径"), problem.getValue());
        texts.speak(Language.ENGLISH);
        assertEquals("the dataset has no such part", problem.getValue().cause());
    }

    @Test
    void aLongTextFromAFileTakesNoTime() {
        String name = "image '".repeat(20_000);
        assertEquals(
                "图像“" + name + "”没有预测", texts.translate("image '" + name + "' has no prediction"));
    }

    @Test
    void aSentenceWithoutItsTranslationIsRefused() {
        assertThrows(
                IllegalStateException.class,
                () -> Phrasebook.parse(Stream.of("alone", "", "x", "y")));
        assertThrows(
                IllegalStateException.class,
                () -> Phrasebook.parse(Stream.of("a", "b", "", "a", "c")));
    }

    private static boolean isJoint(String english) {
        return new Phrase(english, english).isJoint();
    }

    private static int count(String template) {
        return (int) PLACEHOLDER.matcher(template.replace("%%", "")).results().count();
    }
}
