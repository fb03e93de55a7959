import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/** Validates files against profiles: Vera ua1,3a FILE.pdf... One line a file and profile, then each broken rule once. */
public class Vera {
  public static void main(String[] arguments) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    LogManager.getLogManager().reset();
    boolean isGood = true;
    for (int i = 1; i < arguments.length; i++) {
      for (String name : arguments[0].split(",")) {
        isGood &= validate(arguments[i], name);
      }
    }
    System.exit(isGood ? 0 : 1);
  }

  private static boolean validate(String path, String name) throws Exception {
    ValidationProfile profile = read(name);
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(path), profile.getPDFAFlavour());
        PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
      ValidationResult result = validator.validate(parser);
      System.out.printf("%s %s %s%n", result.isCompliant() ? "PASS" : "FAIL", name, path);
      failures(result).forEach((rule, message) -> System.out.printf("   %s: %s%n", rule, message));
      return result.isCompliant();
    }
  }

  private static ValidationProfile read(String name) throws Exception {
    String file = name.startsWith("ua") ? "PDFUA-" + name.substring(2) : "PDFA-" + name.toUpperCase();
    return Profiles.profileFromXml(
        Foundries.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + file + ".xml"));
  }

  private static Map<String, String> failures(ValidationResult result) {
    Map<String, String> failures = new TreeMap<>();
    for (TestAssertion assertion : result.getTestAssertions()) {
      if (assertion.getStatus() == TestAssertion.Status.FAILED) {
        String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
        failures.putIfAbsent(rule, assertion.getMessage() + " @ " + assertion.getLocation().getContext());
      }
    }
    return failures;
  }
}
