using System.Globalization;
using System.Text.Json;
using Parcours.Domain.Time;
using Parcours.Engine.Answers;
using Calendar = Parcours.Domain.Time.Calendar;

namespace Parcours.Engine.Predictions;

/// <summary>
/// Fitted models kept beside a workspace's store, one file a request: a cache that may be deleted at any time. A file of another format, another cut or another
/// state of the base is not read. Files are written beside and renamed, so that readers need no lock.
/// </summary>
public static class FittedModelFile
{
    private const int Format = 1;

    /// <summary>The model kept for a request; null when there is none for this cut and state of the base.</summary>
    /// <param name="folder">The workspace's folder.</param>
    /// <param name="request">Which model.</param>
    /// <param name="cutDay">The local day number of the cut.</param>
    /// <param name="state">The state of the base.</param>
    public static FittedModel? Read(string folder, ModelRequest request, int cutDay, BaseState state) => KeptFile.Read(PathOf(folder, request), root =>
        root.GetProperty("format").GetInt32() == Format && root.GetProperty("cut").GetString() == Date(cutDay)
        && StateOf(root.GetProperty("base")) == state && root.GetProperty("asked").GetString() == request.Model
            ? ModelOf(root, request, cutDay)
            : null);

    /// <summary>Keeps a model. Does nothing where the folder is missing or cannot be written: a cache must not fail the verb that fills it.</summary>
    /// <param name="folder">The workspace's folder.</param>
    /// <param name="model">The model.</param>
    /// <param name="state">The state of the base it was fitted on.</param>
    public static void Write(string folder, FittedModel model, BaseState state) => KeptFile.Write(folder, PathOf(folder, model.Request), writer => Write(writer, model, state));

    private static string PathOf(string folder, ModelRequest request)
    {
        string regularity = request.Regularity is { } k && request.Model == PredictionModels.Regular ? string.Create(CultureInfo.InvariantCulture, $"-{k}") : string.Empty;
        return Path.Combine(folder, "models", $"{request.Model}{regularity}-{NameOf(request.Unit)}.json");
    }

    private static string NameOf(CalendarUnit unit) => unit.ToString().ToLowerInvariant();

    private static string Date(int day) => Calendar.DateOf(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static BaseState StateOf(JsonElement element) => new(
        element.GetProperty("facts").GetInt64(), element.GetProperty("sequence").GetInt64(),
        ulong.Parse(element.GetProperty("purchases").GetString()!, NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    private static FittedModel? ModelOf(JsonElement root, ModelRequest request, int cutDay)
    {
        string model = root.GetProperty("model").GetString()!;
        double[] parameters = Numbers(root, "parameters");
        ModelWarning?[] warnings = [.. root.GetProperty("warnings").EnumerateArray().Select(code => ModelWarnings.Find(code.GetString()!))];
        if ((parameters.Length > 0 && parameters.Length != PredictionModels.ParametersOf(model).Count) || Array.Exists(warnings, warning => warning is null)
            || Array.Exists(parameters, value => !(value > 0) || !double.IsFinite(value)))
        {
            return null;
        }

        return new FittedModel(
            request, model, cutDay, root.GetProperty("regularity").GetInt32(), parameters, Numbers(root, "standardErrors"), Numbers(root, "covariance"),
            root.GetProperty("logLikelihood").GetDouble(), root.GetProperty("customers").GetInt64(), root.GetProperty("converged").GetBoolean(),
            [.. warnings.Select(warning => warning!)], root.GetProperty("observedMean").GetDouble());
    }

    private static double[] Numbers(JsonElement root, string name) => [.. root.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];

    private static void Write(Utf8JsonWriter writer, FittedModel model, BaseState state)
    {
        writer.WriteNumber("format", Format);
        writer.WriteString("asked", model.Request.Model);
        writer.WriteString("model", model.Model);
        writer.WriteString("unit", NameOf(model.Request.Unit));
        writer.WriteString("cut", Date(model.CutDay));
        writer.WriteStartObject("base");
        writer.WriteNumber("facts", state.Facts);
        writer.WriteNumber("sequence", state.Sequence);
        writer.WriteString("purchases", state.Purchases.ToString("x16", CultureInfo.InvariantCulture));
        writer.WriteEndObject();
        writer.WriteNumber("regularity", model.Regularity);
        Write(writer, "parameters", model.Parameters);
        Write(writer, "standardErrors", model.StandardErrors);
        Write(writer, "covariance", model.Covariance);
        writer.WriteNumber("logLikelihood", model.LogLikelihood);
        writer.WriteNumber("customers", model.Customers);
        writer.WriteBoolean("converged", model.Converged);
        writer.WriteTexts("warnings", model.Warnings.Select(warning => warning.Code));
        writer.WriteNumber("observedMean", model.ObservedMean);
    }

    private static void Write(Utf8JsonWriter writer, string name, IReadOnlyList<double> values)
    {
        writer.WriteStartArray(name);
        foreach (double value in values)
        {
            writer.WriteNumberValue(value);
        }

        writer.WriteEndArray();
    }
}
