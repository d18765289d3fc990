using Microsoft.AspNetCore.Http;
using Parcours.Domain.Histories;
using Parcours.Engine.Access;
using Parcours.Engine.Answers;
using Parcours.Server.Routes;
using Parcours.Web.Customers;
using Parcours.Web.Shell;

namespace Parcours.Server.Screens;

/// <summary>Lists of customers and of accounts, and the same as a file for a spreadsheet.</summary>
internal static class CustomerScreens
{
    internal static void Map(RouteTable routes)
    {
        Map(routes, "/customers", SubjectType.Customer);
        Map(routes, "/accounts", SubjectType.Account);
    }

    private static void Map(RouteTable routes, string path, SubjectType type)
    {
        routes.Get(path, Callers.Operators(Role.Viewer), (HttpContext context, FrameReading frames, CustomerPages pages) => ShowAsync(context, frames, pages, type)).ForPages();
        routes.Get(path + ".csv", Callers.Operators(Role.Analyst), (HttpContext context, FrameReading frames, CustomerPages pages) => ExportAsync(context, frames, pages, type)).ForPages();
    }

    private static async Task<IResult> ShowAsync(HttpContext context, FrameReading frames, CustomerPages pages, SubjectType type)
    {
        Frame frame = frames.Of(context);
        CustomerQuery query = QueryOf(context, frame);
        CustomerList list = await pages.OfAsync(frame, query, type, context.RequestAborted);
        return Screen.Show<CustomersPage>(
            context, new { Frame = frame, Query = query, List = list }, list.Fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    // As a French Excel opens it: semicolons, a comma before the decimals, and a mark that says it is UTF-8.
    private static async Task ExportAsync(HttpContext context, FrameReading frames, CustomerPages pages, SubjectType type)
    {
        Frame frame = frames.Of(context);
        (IReadOnlyList<CustomerColumn> columns, IAsyncEnumerable<CustomerRow> rows) = await pages.EverybodyAsync(frame, QueryOf(context, frame), type, context.RequestAborted);
        char separator = frame.Language.IsFrench ? ';' : ',';
        string point = frame.Language.Point;
        HttpResponse response = context.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{frame.Say(type == SubjectType.Account ? "accounts" : "customers", type == SubjectType.Account ? "comptes" : "clients")}.csv\"";
        await using var to = new StreamWriter(response.Body, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16) { NewLine = "\r\n" };
        await to.WriteLineAsync(string.Join(separator, columns.Select(column => CsvText.Field(frame.Say(column.Name), separator))));
        await foreach (CustomerRow row in rows.WithCancellation(context.RequestAborted))
        {
            await to.WriteLineAsync(string.Join(separator, row.Cells.Select((cell, i) =>
                columns[i].Numeric ? (cell.Raw ?? string.Empty).Replace(".", point, StringComparison.Ordinal) : CsvText.Field(cell.Raw ?? cell.Text, separator))));
        }
    }

    private static CustomerQuery QueryOf(HttpContext context, Frame frame) => CustomerQuery.Of(context.Request.Query) with { At = Frame.Iso(frame.At) ?? string.Empty };
}
