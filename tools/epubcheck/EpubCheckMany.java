import com.adobe.epubcheck.api.EPUBLocation;
import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.api.MasterReport;
import com.adobe.epubcheck.messages.Message;
import com.adobe.epubcheck.messages.Severity;
import com.adobe.epubcheck.util.FeatureEnum;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks many EPUB files in one process, since the Java machine takes longer to start than a file to check.
 *
 * Arguments: files, or "-" for one file a line on standard input. Prints one line a file, with tabs between:
 * verdict, "epub", file, messages joined by " | ". The verdict is "pass" when there is no warning, error or fatal
 * error, "fail" when there is one, "error" when the checker itself broke down. Exit status: 0 when all pass, else 1.
 */
public final class EpubCheckMany {
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        System.setOut(nowhere);
        System.setErr(nowhere);
        boolean allPass = true;
        for (String file : files(arguments)) {
            String verdict;
            var messages = new Messages();
            try {
                new EpubCheck(new File(file), messages).doValidate();
                verdict = messages.lines.isEmpty() ? "pass" : "fail";
            } catch (Exception | StackOverflowError broken) {
                verdict = "error";
                messages.lines.add(broken.toString());
            }
            allPass &= verdict.equals("pass");
            String text = String.join(" | ", messages.lines).replaceAll("\\s+", " ");
            out.println(String.join("\t", verdict, "epub", file, text));
        }
        System.exit(allPass ? 0 : 1);
    }

    private static List<String> files(String[] arguments) {
        boolean listed = arguments.length == 1 && arguments[0].equals("-");
        return listed
            ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).lines().toList()
            : List.of(arguments);
    }

    /** Keeps what the checker says from a warning upwards. */
    private static final class Messages extends MasterReport {
        final List<String> lines = new ArrayList<>();

        @Override
        public void message(Message message, EPUBLocation place, Object... values) {
            Severity severity = message.getSeverity();
            if (severity == Severity.WARNING || severity == Severity.ERROR || severity == Severity.FATAL) {
                lines.add("%s %s at %s:%d:%d: %s".formatted(severity, message.getID(), place.getPath(),
                    place.getLine(), place.getColumn(), message.getMessage(values)));
            }
        }

        @Override
        public void info(String resource, FeatureEnum feature, String value) {}

        @Override
        public int generate() {
            return 0;
        }

        @Override
        public void initialize() {}
    }
}
