import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.logging.LogManager;
import java.util.stream.Collectors;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/**
 * Checks many PDF files against several profiles in one process.
 *
 * Arguments: profiles joined by commas (ua1,3a), then files, or "-" for one file a line on standard input. Prints one
 * line a file and profile, with tabs between: verdict, profile, file, the broken rules joined by " | ", each once with
 * its first place. The verdict is "pass", "fail", or "error" when the file could not be checked at all. Exit status: 0
 * when all pass, else 1.
 */
public final class VeraPdfMany {
    /** So many faults of one rule are looked at; one would do for the verdict. */
    private static final int FAULTS_A_RULE = 1;

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        System.setOut(nowhere);
        System.setErr(nowhere);
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        boolean allPass = true;
        for (String file : files(Arrays.copyOfRange(arguments, 1, arguments.length))) {
            for (String profile : arguments[0].split(",")) {
                Result result = check(file, profile);
                allPass &= result.verdict.equals("pass");
                String text = result.why.replaceAll("\\s+", " ");
                out.println(String.join("\t", result.verdict, profile, file, text));
            }
        }
        System.exit(allPass ? 0 : 1);
    }

    private static List<String> files(String[] arguments) {
        boolean listed = arguments.length == 1 && arguments[0].equals("-");
        return listed
            ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).lines().toList()
            : List.of(arguments);
    }

    private record Result(String verdict, String why) {}

    private static Result check(String file, String profile) {
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(profile);
        try (InputStream bytes = Files.newInputStream(Path.of(file));
             PDFAParser parser = Foundries.defaultInstance().createParser(bytes, flavour);
             PDFAValidator validator =
                 Foundries.defaultInstance().createValidator(flavour, FAULTS_A_RULE, false, true, false)) {
            var found = validator.validate(parser);
            String broken = found.getTestAssertions().stream()
                .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                .collect(Collectors.toMap(VeraPdfMany::rule, VeraPdfMany::fault, (first, later) -> first,
                    java.util.TreeMap::new))
                .entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(" | "));
            return new Result(found.isCompliant() ? "pass" : "fail", broken);
        } catch (Exception | StackOverflowError | OutOfMemoryError broken) {
            return new Result("error", broken.toString());
        }
    }

    private static String rule(TestAssertion assertion) {
        return assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
    }

    private static String fault(TestAssertion assertion) {
        String why = assertion.getErrorMessage() != null ? assertion.getErrorMessage() : assertion.getMessage();
        return why + " at " + assertion.getLocation().getContext();
    }
}
