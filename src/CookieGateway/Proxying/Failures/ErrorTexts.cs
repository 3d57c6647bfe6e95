namespace CookieGateway.Proxying.Failures;

/// <summary>The words of the error pages. A visitor is told what to do, not what broke: that stands in the log.</summary>
internal static class ErrorTexts
{
    public static IReadOnlyList<string> Languages { get; } = ["ru", "kk", "en"];

    public static ErrorText For(int status, string language) => (status, language) switch
    {
        (StatusCodes.Status421MisdirectedRequest, "kk") => new(
            "Бұл мекенжайда сайт жоқ",
            "Мекенжайдың дұрыс жазылғанын тексеріңіз. Егер сайт сіздікі болса, оның атын шлюздің баптауларына қосыңыз."),
        (StatusCodes.Status421MisdirectedRequest, "en") => new(
            "There is no site at this address",
            "Please check the address for typing errors. If the site is yours, add its host to the gateway's configuration."),
        (StatusCodes.Status421MisdirectedRequest, _) => new(
            "По этому адресу нет сайта",
            "Проверьте, нет ли в адресе опечатки. Если сайт ваш, добавьте его имя в настройки шлюза."),
        (StatusCodes.Status503ServiceUnavailable, "kk") => new(
            "Сайт уақытша қолжетімсіз",
            "Бірнеше минуттан кейін бетті жаңартып көріңіз. Шұғыл болса, клиникаға телефон арқылы хабарласыңыз."),
        (StatusCodes.Status503ServiceUnavailable, "en") => new(
            "The site is not available right now",
            "Please reload the page in a few minutes. If it is urgent, call the clinic."),
        (StatusCodes.Status503ServiceUnavailable, _) => new(
            "Сайт временно недоступен",
            "Обновите страницу через несколько минут. Если дело срочное, позвоните в клинику."),
        (_, "kk") => new(
            "Бетті көрсету мүмкін болмады",
            "Сайт дұрыс жауап бермеді. Бірнеше минуттан кейін бетті жаңартып көріңіз. Шұғыл болса, клиникаға телефон арқылы хабарласыңыз."),
        (_, "en") => new(
            "The page could not be shown",
            "The site did not answer properly. Please reload the page in a few minutes. If it is urgent, call the clinic."),
        _ => new(
            "Страницу не удалось показать",
            "Сайт не ответил как следует. Обновите страницу через несколько минут. Если дело срочное, позвоните в клинику."),
    };
}
